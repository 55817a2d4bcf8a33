using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the children's house (barnehuset) holds: that the child was interviewed, and the follow-up after it.</summary>
internal static class BarnehusRecords
{
    private static readonly string[] After =
    [
        "Trygghetssamtale samme dag, time hos BUP om en uke.",
        "Tre oppfølgingssamtaler, sover bedre.",
    ];

    /// <summary>Makes the record of one child.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 10, spread: 100, "Tilrettelagt avhør.", knowsGradedAddress: true);
        record.Holding.Statements.Add(journal.Statement(10, 0, Texts.Statements));
        record.Health = new HealthSection
        {
            Consultations = { journal.Consultation(8, 0, After, Marks.RelevantFor(Need.Treat, Need.AssessCase)) },
        };
        record.Police = new PoliceSection
        {
            Cases =
            {
                new PoliceCase
                {
                    CaseNumber = $"prøve-{1000 + journal.Child.Place}",
                    ChildRole = "victim",
                    Offence = "strl § 282",
                    Labels = Marks.Of(Label.Relevant),
                },
            },
        };
        return record;
    }
}
