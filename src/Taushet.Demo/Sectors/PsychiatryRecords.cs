using Taushet.Demo.People;
using Taushet.V1;

namespace Taushet.Demo.Sectors;

/// <summary>What the journal of child and youth psychiatry (BUP) holds.</summary>
internal static class PsychiatryRecords
{
    private static readonly (string Code, string Name)[] Diagnoses =
    [
        ("F90.0", "Forstyrrelse av aktivitet og oppmerksomhet"),
        ("F32.1", "Moderat depressiv episode"),
        ("F93.0", "Separasjonsangstlidelse i barndommen"),
    ];

    /// <summary>Makes the record of one patient.</summary>
    public static ChildInformation Make(Child child, Population people, Sequence sequence, string clinic)
    {
        var today = people.Today;
        return new ChildInformation
        {
            Person = Held.Person(child, knowsGradedAddress: true),
            OtherPersons = new OtherPersonsSection
            {
                Guardians = { Held.Guardians(child) },
                Children = { Held.Siblings(child, people) },
            },
            Holding = new HoldingSection
            {
                Relation = new ClientRelation
                {
                    UnitName = clinic,
                    StartedOn = Held.Day(today, 60 + sequence.Below(400)),
                    Reason = "Henvist fra fastlege.",
                },
                Statements =
                {
                    new ChildStatement
                    {
                        SaidOn = Held.Day(today, 20),
                        Text = sequence.OneOf(Texts.Statements),
                        Labels = Held.Labels(Label.ToldInConfidence),
                    },
                },
                MissedAppointments = { new MissedAppointment { ScheduledOn = Held.Day(today, 33), ClinicName = clinic } },
            },
            Development = new DevelopmentSection
            {
                Emotions = { new EmotionalDevelopment { Description = sequence.OneOf(Texts.Emotion) } },
            },
            Family = new FamilySection
            {
                Background = { new FamilyBackground { Description = "Flere flyttinger i tidlig barndom." } },
            },
            Health = Health(sequence, today, clinic),
            School = new SchoolSection
            {
                Notes = { new SchoolNote { NotedOn = Held.Day(today, 70), Text = sequence.OneOf(Texts.Learning) } },
            },
        };
    }

    private static HealthSection Health(Sequence sequence, DateOnly today, string clinic)
    {
        var (code, name) = sequence.OneOf(Diagnoses);
        return new HealthSection
        {
            Diagnoses =
            {
                new Diagnosis { Code = code, Name = name, SetOn = Held.Day(today, 60), Labels = Held.Labels(Label.Relevant) },
            },
            Advice =
            {
                new ClinicalAdvice
                {
                    GivenOn = Held.Day(today, 30),
                    Text = sequence.OneOf(Texts.Advice),
                    Labels = Held.RelevantFor(Need.Teach, Need.CareDaily),
                },
            },
            MentalHealth = { new MentalHealthNote { NotedOn = Held.Day(today, 45), Description = sequence.OneOf(Texts.MentalHealth) } },
            Consultations =
            {
                new Consultation { HeldOn = Held.Day(today, 25), ClinicName = clinic, Note = sequence.OneOf(Texts.MentalHealth) },
            },
            KeptFromGuardians =
            {
                new ConfidentialHealthNote
                {
                    NotedOn = Held.Day(today, 22),
                    Text = sequence.OneOf(Texts.Statements),
                    Labels = Held.Labels(Label.WithheldFromGuardians, Label.ToldInConfidence),
                },
            },
        };
    }
}
