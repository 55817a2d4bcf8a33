using Taushet.Cli.Trail;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Doctor;

/// <summary>What lags behind: the index of the log, and what waits for somebody.</summary>
internal static class WaitingChecks
{
    private const long FarBehind = 10_000;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

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
        var (check, patience, remedy) = backlog.Kind switch
        {
            BacklogKind.HolderInbox => ("holders' inboxes", Week, "remind the holders: a request that nobody answers lapses"),
            BacklogKind.Disclosures => ("disclosures", Day, "telephone the receiver: its system does not fetch what is owed to it"),
            BacklogKind.HandTasks => ("hand tasks", Day, "remind the holders: what is owed by hand has not been given"),
        };
        if (backlog is not { Count: > 0, Oldest: { } oldest })
        {
            return Finding.Ok(check, "nothing waits");
        }

        var found = $"{backlog.Count} waiting, the oldest since {Lines.Time(oldest)}";
        return backlog.Due is { } due && now - due > Day ? Finding.Bad(check, $"{found}; the time of the first was up at {Lines.Time(due)}", Overdue(backlog.Kind))
            : now - oldest > patience ? Finding.Warn(check, found, remedy)
            : Finding.Ok(check, found);
    }

    private static string Overdue(BacklogKind kind) => kind switch
    {
        BacklogKind.HolderInbox => "a gateway ends what is overdue: see that one runs, and its log",
        BacklogKind.Disclosures or BacklogKind.HandTasks => "give it now, by telephone or by hand, and record it",
    };
}
