using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What konfliktråd holds: who met whom, on what, and what was agreed. Even the parties' names are secret.</summary>
internal static class KonfliktradRecords
{
    private static readonly string[] Events = ["Hærverk på skolens sykkelskur.", "Slåssing på bussen.", "Bilder delt uten lov."];

    private static readonly string[] Accounts = ["Vil ha unnskyldning og at bildene slettes.", "Godtar avtalen."];

    private static readonly string[] Goals =
    [
        "Tolv timer arbeid for den som ble rammet; fullført.",
        "Ungdomsoppfølging i seks måneder, møte annenhver uke.",
    ];

    private static readonly string[] Said = ["Jeg gjorde det fordi de andre så på."];

    /// <summary>Makes the record of one youth.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 20, spread: 200, "Overført fra politiet.");
        record.OtherPersons.Involved.Add(journal.Involved(journal.Stranger(), "victim", Accounts));
        record.Holding.Plans.Add(journal.Plan("measures", Goals));
        record.Holding.Statements.Add(journal.Statement(10, 60, Said));
        record.Concern = new ConcernSection { Incidents = { journal.Incident(40, "Skoleveien", Events, Marks.Of(Label.Relevant)) } };
        return record;
    }
}
