using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

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
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 60, spread: 400, "Henvist fra fastlege.", knowsGradedAddress: true);
        record.OtherPersons.Children.Add(journal.Siblings());
        record.Holding.Statements.Add(journal.Statement(20, 0, Texts.Statements));
        record.Holding.MissedAppointments.Add(journal.Missed(33));
        record.Development = new DevelopmentSection { Emotions = { journal.Feelings(90, Texts.Emotion) } };
        record.Family = new FamilySection
        {
            Background = { new FamilyBackground { Description = "Flere flyttinger i tidlig barndom." } },
        };
        record.Health = new HealthSection
        {
            Diagnoses = { journal.Diagnosis(60, Diagnoses) },
            Advice = { journal.Advice(30, Texts.Advice) },
            MentalHealth = { journal.MentalHealth(45, 0) },
            Consultations = { journal.Consultation(25, 0, Texts.MentalHealth) },
            KeptFromGuardians = { journal.KeptFromGuardians(22, Texts.Statements, Label.ToldInConfidence) },
        };
        record.School = new SchoolSection
        {
            Notes = { new SchoolNote { NotedOn = journal.Day(70), Text = journal.OneOf(Texts.Learning) } },
        };
        return record;
    }
}
