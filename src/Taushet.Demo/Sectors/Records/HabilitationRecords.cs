using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the habilitation service for children holds.</summary>
internal static class HabilitationRecords
{
    private static readonly (string Code, string Name)[] Diagnoses =
    [
        ("F84.0", "Barneautisme"),
        ("F70", "Lett psykisk utviklingshemming"),
        ("G80.1", "Cerebral parese"),
        ("Q90", "Downs syndrom"),
    ];

    private static readonly string[] Tests =
    [
        "Tverrfaglig utredning: ujevn profil, sterk på synsinntrykk.",
        "Motorisk kartlegging: støtte ved trapp og klatring.",
    ];

    private static readonly string[] Goals =
    [
        "Alternativ kommunikasjon i alle måltider.",
        "Selvstendig av- og påkledning innen sommeren.",
    ];

    /// <summary>Makes the record of one patient.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 200, spread: 900, "Henvist fra helsestasjonen.", knowsGradedAddress: true);
        record.OtherPersons.Children.Add(journal.Siblings());
        record.Holding.Plans.Add(journal.Plan("individual-plan", Goals));
        record.Development = new DevelopmentSection { HealthNeeds = { journal.HealthNeed(Texts.Health) } };
        record.Family = new FamilySection { Situations = { journal.Situation(90, 30, Texts.Family) } };
        record.Health = new HealthSection
        {
            Diagnoses = { journal.Diagnosis(150, Diagnoses) },
            Advice = { journal.Advice(45, Texts.Advice) },
            Screenings = { journal.Screening("Mullen", Tests) },
            Consultations = { journal.Consultation(45, 60, Texts.Consultations) },
        };
        return record;
    }
}
