using Taushet.Storage.Log;

namespace Taushet.Storage.Sqlite;

/// <summary>What opens a SQLite store.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The database file. The migrations make it when there is none; nothing else does.</summary>
    public required string Path { get; init; }

    /// <summary>The keys that are never in the database.</summary>
    public required StoreKeys Keys { get; init; }

    /// <summary>How this process writes its log; null for one that does not.</summary>
    public LogSettings? Log { get; init; }

    /// <summary>How long a write waits for another process's lock.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Told of each failure of the store, on the thread where it failed. Must not block or throw.</summary>
    public Action<StoreFault>? OnFault { get; init; }

    /// <summary>For tests: bounds the database's size in pages, read at each opening of a writing connection.</summary>
    internal Func<int>? PageLimit { get; init; }

    /// <summary>For the durability campaign alone: drops syncing after the check, so that the campaign is seen to fail.</summary>
    internal bool WithoutSync { get; init; }
}
