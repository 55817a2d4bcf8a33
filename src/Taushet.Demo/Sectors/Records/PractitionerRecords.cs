using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the general practitioner's journal holds.</summary>
internal static class PractitionerRecords
{
    private const int AgeOfOwnHealthMatters = 13;

    private static readonly string[] OfTheMother = ["Mor har selv vært til samtale om søvnvansker."];

    /// <summary>Makes the record of one patient.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 300, spread: 3000, knowsGradedAddress: true);
        record.OtherPersons.ParentsHealth.Add(journal.ParentHealth("mother", 120, OfTheMother));
        record.Concern = new ConcernSection { Emotion = { journal.Emotion(15, Texts.Emotion) } };
        record.Development = new DevelopmentSection { HealthNeeds = { journal.HealthNeed(Texts.Health) } };
        record.Family = new FamilySection { Situations = { journal.Situation(40, 0, Texts.Family, Marks.Of(Label.Relevant)) } };
        record.Health = Health(journal);
        return record;
    }

    private static HealthSection Health(Journal journal)
    {
        var health = new HealthSection
        {
            GeneralPractitioner = new GeneralPractitioner { ClinicName = journal.Unit },
            Growth = { new GrowthMeasurement { MeasuredOn = journal.Day(200), HeightMm = 900 + journal.Sequence.Below(800) } },
            Consultations =
            {
                journal.Consultation(0, 60, Texts.Consultations, Marks.Of(Label.Relevant)),
                journal.Consultation(300, 60, Texts.Consultations),
            },
            MentalHealth = { journal.MentalHealth(0, 60, Marks.RelevantFor(Need.Treat)) },
            Medications = { new Medication { AtcCode = journal.OneOf("R03AC02", "N06BA04"), StartedOn = journal.Day(90) } },
        };
        if (journal.Age >= AgeOfOwnHealthMatters)
        {
            health.ReproductiveHealth.Add(journal.Reproductive(50, "Samtale om prevensjon."));
        }

        return health;
    }
}
