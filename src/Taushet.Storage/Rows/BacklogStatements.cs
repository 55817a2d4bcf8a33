using Taushet.Storage.Ports;

namespace Taushet.Storage.Rows;

/// <summary>What is counted of what waits, in words that every store takes.</summary>
internal static class BacklogStatements
{
    /// <summary>Requests in holders' inboxes: how many, the oldest, the first whose time is up. State 1 is open.</summary>
    public const string HolderInbox =
        "SELECT count(*), min(asked_at), min(until_at) FROM pending_request WHERE waiting = 1 AND state = 1";

    /// <summary>Makes the line of what was counted.</summary>
    public static Backlog Of(BacklogKind kind, long count, long? oldest, long? due) => new(
        kind,
        count,
        oldest is { } since ? StoredForms.Time(since) : null,
        due is { } until ? StoredForms.Time(until) : null);
}
