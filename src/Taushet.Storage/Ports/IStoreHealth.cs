namespace Taushet.Storage.Ports;

/// <summary>What an operator looks at. Only reads; everything is counted over all organisations, and nothing is told of a person.</summary>
public interface IStoreHealth
{
    /// <summary>What time it is to the store: the server's clock, or this machine's for a file.</summary>
    Task<DateTimeOffset> ClockAsync(CancellationToken cancellation);

    /// <summary>What waits to be answered or delivered, a line for each kind of thing that can wait.</summary>
    Task<IReadOnlyList<Backlog>> BacklogAsync(CancellationToken cancellation);
}

/// <summary>Things of one kind that wait.</summary>
/// <param name="Kind">What waits.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">Since when the oldest waits; null when none does.</param>
/// <param name="Due">When the first one's time is up; null when none waits, or nothing ends.</param>
public sealed record Backlog(BacklogKind Kind, long Count, DateTimeOffset? Oldest, DateTimeOffset? Due);

/// <summary>What can wait.</summary>
public enum BacklogKind
{
    /// <summary>Requests in holders' inboxes that nobody has answered.</summary>
    HolderInbox,

    /// <summary>Disclosures whose receiver has not said that it has them. They are never given up.</summary>
    Disclosures,

    /// <summary>What a human must give by hand and has not yet.</summary>
    HandTasks,
}
