using System.Collections.Immutable;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Rows;

/// <summary>What is counted of what waits, in words that every store takes: how many, since when, and when the first one's time is up.</summary>
internal static class BacklogStatements
{
    /// <summary>A statement for each kind. State 1 is open in each table.</summary>
    public static ImmutableArray<(BacklogKind Kind, string Sql)> All { get; } =
    [
        (BacklogKind.HolderInbox, "SELECT count(*), min(asked_at), min(until_at) FROM pending_request WHERE waiting = 1 AND state = 1"),
        (BacklogKind.Disclosures, "SELECT count(*), min(submitted_at), NULL FROM disclosure WHERE state = 1"),
        (BacklogKind.HandTasks, "SELECT count(*), min(opened_at), min(due_at) FROM hand_task WHERE state = 1"),
    ];

    /// <summary>Makes the line of what was counted.</summary>
    public static Backlog Of(BacklogKind kind, long count, long? oldest, long? due) => new(
        kind,
        count,
        oldest is { } since ? StoredForms.Time(since) : null,
        due is { } until ? StoredForms.Time(until) : null);
}
