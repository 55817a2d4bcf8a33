using Taushet.Cli.Trail;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Doctor;

/// <summary>What lags behind: the index of the log, and what waits for somebody.</summary>
internal static class WaitingChecks
{
    private const long FarBehind = 10_000;
    private static readonly TimeSpan Long = TimeSpan.FromDays(7);
    private static readonly TimeSpan Overdue = TimeSpan.FromDays(1);

    /// <summary>How far the index of the log reaches.</summary>
    public static Finding Index(IndexState state)
    {
        const string Check = "index of the log";
        return state.Behind > FarBehind
            ? Finding.Warn(
                Check,
                $"it lacks the newest {Lines.Count(state.Behind, "entry")}",
                "a gateway fills it behind its requests: if it does not catch up, run taushet audit reindex --keep beside it")
            : Finding.Ok(Check, state.Behind <= 0 ? "it has every entry" : $"it lacks the newest {Lines.Count(state.Behind, "entry")}");
    }

    /// <summary>How long things of a kind have waited.</summary>
    public static Finding Of(Backlog backlog, DateTimeOffset now)
    {
        var check = Name(backlog.Kind);
        if (backlog is not { Count: > 0, Oldest: { } oldest })
        {
            return Finding.Ok(check, "nothing waits");
        }

        var found = $"{backlog.Count} waiting, the oldest since {Lines.Time(oldest)}";
        return backlog.Due is { } due && now - due > Overdue
                ? Finding.Bad(check, $"{found}; the time of the first was up at {Lines.Time(due)}", "a gateway ends what is overdue: see that one runs, and its log")
            : now - oldest > Long ? Finding.Warn(check, found, "remind the holders: a request that nobody answers lapses")
            : Finding.Ok(check, found);
    }

    private static string Name(BacklogKind kind) => kind switch
    {
        BacklogKind.HolderInbox => "holders' inboxes",
    };
}
