using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the outreach team (utekontakten) holds on youth it meets where they are.</summary>
internal static class OutreachRecords
{
    private static readonly string[] Seen =
        ["Henger ved stasjonen til over midnatt.", "Ruset på hasj to lørdager på rad.", "Vil ha hjelp til å komme ut av gjengen."];

    private static readonly string[] Said = ["Du må ikke si det til noen, da er jeg ferdig.", "Jeg skylder penger."];

    private static readonly string[] Goals = ["Treffes to ganger i uken, følge til NAV og til lege."];

    /// <summary>Makes the record of one youth.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 30, spread: 250, "Oppsøkt ute.");
        record.Holding.Plans.Add(journal.Plan("measures", Goals));
        record.Holding.Statements.Add(journal.Statement(8, 40, Said));
        record.Concern = new ConcernSection
        {
            Emotion = { journal.Emotion(40, Texts.Emotion) },
            Social = { journal.Social(40, Seen, journal.SometimesMarked()) },
        };
        return record;
    }
}
