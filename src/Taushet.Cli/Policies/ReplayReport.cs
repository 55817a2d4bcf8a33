using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Policies;

/// <summary>Tells what became of an entry that was decided again.</summary>
internal static class ReplayReport
{
    /// <summary>Writes it.</summary>
    /// <returns>0 when the rules of then decide to the very bytes of the record, else 1.</returns>
    public static int Tell(StoredEntry entry, PolicySet then, PolicySet today, TextWriter output)
    {
        var (kind, snapshot) = (entry.Public.Kind, entry.Sealed!.Snapshot);
        output.WriteLine($"entry {entry.Entry:N}, {Codes<EntryKind>.Of(kind)}, law of {entry.Public.LawDate:yyyy-MM-dd}");
        var again = Replay.Write(kind, snapshot, then);
        var same = string.Equals(again, entry.Holder!.Decision, StringComparison.Ordinal);
        output.WriteLine($"rules of then, {then.Hash}: {(same ? "the same decision, byte for byte" : "ANOTHER DECISION than is recorded")}");
        if (!same)
        {
            TellLines(entry.Holder.Decision, again, output);
        }

        TellToday(kind, snapshot, again, then, today, output);
        return same ? 0 : 1;
    }

    private static void TellToday(EntryKind kind, string snapshot, string again, PolicySet then, PolicySet today, TextWriter output)
    {
        var now = Replay.Write(kind, snapshot, today);
        var same = string.Equals(now, again, StringComparison.Ordinal);
        output.WriteLine($"rules of today, {today.Hash}: {(same ? "the same decision" : "another decision")}");
        if (same)
        {
            return;
        }

        if (kind == EntryKind.AssessDuty)
        {
            TellLines(again, now, output);
            return;
        }

        var (before, after) = (Replay.Decide(snapshot, then), Replay.Decide(snapshot, today));
        foreach (var cell in (before.Asked | after.Asked).ToList())
        {
            var (was, becomes) = (Say(before, cell), Say(after, cell));
            if (!string.Equals(was, becomes, StringComparison.Ordinal))
            {
                output.WriteLine($"  {Codes<Cell>.Of(cell)}: {was} -> {becomes}");
            }
        }
    }

    private static string Say(Decision decision, Cell cell)
    {
        var told = Explanation.Of(decision, cell);
        var extent = told.Extent == Extent.Relevant ? " relevant" : string.Empty;
        var way = decision.ByHand.Contains(cell) ? " by hand" : string.Empty;
        return $"{Codes<Outcome>.Of(told.Outcome)}{extent}{way} ({told.DecidingRule?.Id ?? "no rule"})";
    }

    private static void TellLines(string before, string after, TextWriter output)
    {
        var (was, becomes) = (before.Split('\n'), after.Split('\n'));
        foreach (var line in was.Except(becomes, StringComparer.Ordinal))
        {
            output.WriteLine($"  - {line}");
        }

        foreach (var line in becomes.Except(was, StringComparer.Ordinal))
        {
            output.WriteLine($"  + {line}");
        }
    }
}
