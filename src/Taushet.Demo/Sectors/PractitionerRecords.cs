using Taushet.Demo.People;
using Taushet.V1;

namespace Taushet.Demo.Sectors;

/// <summary>What the general practitioner's journal holds.</summary>
internal static class PractitionerRecords
{
    private const int AgeOfOwnHealthMatters = 13;

    /// <summary>Makes the record of one patient.</summary>
    public static ChildInformation Make(Child child, Population people, Sequence sequence, string practice)
    {
        var today = people.Today;
        return new ChildInformation
        {
            Person = Held.Person(child, knowsGradedAddress: true),
            OtherPersons = new OtherPersonsSection
            {
                Guardians = { Held.Guardians(child) },
                ParentsHealth =
                {
                    new ParentHealth
                    {
                        Relation = "mother",
                        Description = "Mor har selv vært til samtale om søvnvansker.",
                        Labels = Held.Labels(Label.ConcernsOtherPerson),
                    },
                },
            },
            Holding = new HoldingSection
            {
                Relation = new ClientRelation { UnitName = practice, StartedOn = Held.Day(today, 300 + sequence.Below(3000)) },
            },
            Concern = new ConcernSection
            {
                Emotion = { new EmotionSign { ObservedOn = Held.Day(today, 15), Description = sequence.OneOf(Texts.Emotion) } },
            },
            Development = new DevelopmentSection
            {
                HealthNeeds = { new HealthNeed { Need = sequence.OneOf(Texts.Health) } },
            },
            Family = new FamilySection
            {
                Situations =
                {
                    new FamilySituation
                    {
                        NotedOn = Held.Day(today, 40),
                        Description = sequence.OneOf(Texts.Family),
                        Labels = Held.Labels(Label.Relevant),
                    },
                },
            },
            Health = Health(child, people, sequence, practice),
        };
    }

    private static HealthSection Health(Child child, Population people, Sequence sequence, string practice)
    {
        var today = people.Today;
        var health = new HealthSection
        {
            GeneralPractitioner = new GeneralPractitioner { ClinicName = practice },
            Growth = { new GrowthMeasurement { MeasuredOn = Held.Day(today, 200), HeightMm = 900 + sequence.Below(800) } },
            Consultations =
            {
                new Consultation
                {
                    HeldOn = Held.Day(today, sequence.Below(60)),
                    Note = sequence.OneOf(Texts.Consultations),
                    Labels = Held.Labels(Label.Relevant),
                },
                new Consultation { HeldOn = Held.Day(today, 300 + sequence.Below(60)), Note = sequence.OneOf(Texts.Consultations) },
            },
            MentalHealth =
            {
                new MentalHealthNote
                {
                    NotedOn = Held.Day(today, sequence.Below(60)),
                    Description = sequence.OneOf(Texts.MentalHealth),
                    Labels = Held.RelevantFor(Need.Treat),
                },
            },
            Medications = { new Medication { AtcCode = sequence.OneOf("R03AC02", "N06BA04"), StartedOn = Held.Day(today, 90) } },
        };
        if (people.AgeOf(child) >= AgeOfOwnHealthMatters)
        {
            health.ReproductiveHealth.Add(new ReproductiveHealthNote
            {
                NotedOn = Held.Day(today, 50),
                Text = "Samtale om prevensjon.",
                Labels = Held.Labels(Label.WithheldFromGuardians),
            });
        }

        return health;
    }
}
