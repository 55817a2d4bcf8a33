using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the hospital's journal holds.</summary>
internal static class HospitalRecords
{
    private static readonly (string Code, string Name)[] Diagnoses =
        [("J45.0", "Astma"), ("S52.5", "Brudd i underarm"), ("K35.8", "Akutt blindtarmbetennelse"), ("G40.3", "Epilepsi")];

    private static readonly string[] Summaries =
    [
        "Innlagt etter fall fra lekestativ, brudd reponert. Kontroll om fire uker.",
        "Utredet for anfall, startet medisin. Fastlegen følger opp blodprøver.",
    ];

    /// <summary>Makes the record of one patient.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 30, spread: 500, "Henvist fra fastlege eller legevakt.", knowsGradedAddress: true);
        record.Concern = new ConcernSection { Emotion = { journal.Emotion(40, Texts.Emotion) } };
        record.Development = new DevelopmentSection { HealthNeeds = { journal.HealthNeed(Texts.Health) } };
        record.Family = new FamilySection { Situations = { journal.Situation(40, 0, Texts.Family) } };
        record.Health = new HealthSection
        {
            CriticalInformation = { journal.Critical() },
            Admissions = { new Admission { AdmittedOn = journal.Day(40), DischargedOn = journal.Day(38), UnitName = journal.Unit } },
            Consultations = { journal.Consultation(38, 0, Texts.Consultations, Marks.RelevantFor(Need.Treat)) },
            Diagnoses = { journal.Diagnosis(38, Diagnoses) },
            DischargeSummaries =
            {
                new DischargeSummary
                {
                    WrittenOn = journal.Day(37),
                    Text = journal.OneOf(Summaries),
                    Labels = Marks.RelevantFor(Need.Treat),
                },
            },
            Medications = { new Medication { AtcCode = journal.OneOf("R03AC02", "N03AF01"), StartedOn = journal.Day(38) } },
        };
        return record;
    }
}
