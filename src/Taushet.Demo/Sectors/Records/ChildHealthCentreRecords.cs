using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the child health centre (helsestasjon) holds on children before school.</summary>
internal static class ChildHealthCentreRecords
{
    private static readonly string[] Screening =
    [
        "Språkkartlegging ved to år: følger forventet utvikling.",
        "Språkkartlegging ved fire år: få setninger, ny samtale om tre måneder.",
        "Syn og hørsel uten anmerkning.",
    ];

    private static readonly string[] OfTheMother =
    [
        "EPDS 4 poeng ved seks uker.",
        "EPDS 13 poeng ved seks uker, samtale og ny time avtalt.",
    ];

    private static readonly string[] Violence = ["Mor nølte ved spørsmål om trygghet hjemme; tas opp på nytt ved neste kontroll."];

    private static readonly string[] Stimulation =
        ["Foreldrene leser og synger med barnet hver dag.", "Lite lek sammen hjemme, foreldrene ønsker veiledning."];

    /// <summary>Makes the record of one child.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: journal.Age * 365, spread: 60, "Helsestasjonsprogrammet.", knowsGradedAddress: true);
        record.OtherPersons.ParentsHealth.Add(journal.ParentHealth("mother", journal.Age * 365, OfTheMother));
        record.Concern = new ConcernSection { Emotion = { journal.Emotion(120, Texts.Emotion) } };
        record.Development = new DevelopmentSection
        {
            HealthNeeds = { journal.HealthNeed(Texts.Health) },
            Language = journal.Language("nb", "nb", "ar", "uk", "pl"),
        };
        record.Care = new CareSection
        {
            Observations = { new CareObservation { Stimulation = journal.OneOf(Stimulation), Labels = journal.SometimesMarked() } },
        };
        record.Family = new FamilySection { Situations = { journal.Situation(60, 90, Texts.Family, Marks.Of(Label.Relevant)) } };
        record.Health = Health(journal);
        if (journal.Sequence.OnceIn(5))
        {
            record.Holding.MissedAppointments.Add(journal.Missed(70));
        }

        return record;
    }

    private static HealthSection Health(Journal journal)
    {
        var health = new HealthSection
        {
            Growth = { journal.Growth(30), journal.Growth(210) },
            Vaccinations = { journal.Vaccine("DTP"), journal.Vaccine("MMR") },
            Screenings = { journal.Screening("SATS", Screening) },
            Consultations = { journal.Consultation(20, 90, Texts.Checkups, Marks.Of(Label.Relevant)) },
        };
        if (journal.Sequence.OnceIn(25))
        {
            health.ViolenceIndications.Add(new ViolenceIndication
            {
                NotedOn = journal.Day(40),
                Description = journal.OneOf(Violence),
                Labels = Marks.Of(Label.Unverified, Label.ConcernsOtherPerson),
            });
        }

        return health;
    }
}
