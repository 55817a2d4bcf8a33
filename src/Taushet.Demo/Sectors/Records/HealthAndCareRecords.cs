using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What municipal health and care holds on children: respite, child coordinator, mental health.</summary>
internal static class HealthAndCareRecords
{
    private static readonly (string Code, string Name)[] Diagnoses =
        [("F84.0", "Barneautisme"), ("G80.1", "Cerebral parese"), ("E10.9", "Diabetes type 1")];

    private static readonly string[] Goals =
    [
        "Avlastning annenhver helg; trygghet i overgang mellom hjem og avlastning.",
        "Samme rutine for måltid og medisin på skole, SFO og hjemme.",
    ];

    private static readonly string[] OfTheParents = ["Mor er utslitt etter lang tids nattevåk."];

    /// <summary>Makes the record of one child.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 200, spread: 1200, "Vedtak om avlastning.", knowsGradedAddress: true);
        record.OtherPersons.ParentsHealth.Add(journal.ParentHealth("mother", 50, OfTheParents));
        record.Holding.Plans.Add(journal.Plan("individual-plan", Goals));
        record.Development = new DevelopmentSection { HealthNeeds = { journal.HealthNeed(Texts.Health) } };
        record.Family = new FamilySection { Situations = { journal.Situation(30, 60, Texts.Family) } };
        record.Health = new HealthSection
        {
            CriticalInformation = { journal.Critical() },
            Diagnoses = { journal.Diagnosis(400, Diagnoses) },
            Advice = { journal.Advice(60, Texts.Advice) },
            Consultations = { journal.Consultation(30, 60, Texts.Consultations) },
        };
        return record;
    }
}
