namespace Taushet.Storage.Sqlite;

/// <summary>What opens a SQLite store.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The database file. It is made when there is none.</summary>
    public required string Path { get; init; }

    /// <summary>The keys that are never in the database.</summary>
    public required StoreKeys Keys { get; init; }

    /// <summary>The gateway's identity: each writes its own log. The log's id is made at first start and stored.</summary>
    public string Gateway { get; init; } = "gateway";

    /// <summary>How long a write waits for another process's lock.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many entries may wait; more are answered <c>Full</c>.</summary>
    public int QueueCapacity { get; init; } = 4096;

    /// <summary>How many entries share one transaction at most.</summary>
    public int BatchSize { get; init; } = 512;

    /// <summary>How often a store that cannot commit is tried while nothing waits.</summary>
    public TimeSpan ProbeInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Told of each failure of the store, on the thread where it failed. Must not block or throw.</summary>
    public Action<StoreFault>? OnFault { get; init; }

    /// <summary>For tests: bounds the database's size in pages, read at each opening of a writing connection.</summary>
    internal Func<int>? PageLimit { get; init; }

    /// <summary>For the durability campaign alone: drops syncing after the check, so that the campaign is seen to fail.</summary>
    internal bool WithoutSync { get; init; }
}
