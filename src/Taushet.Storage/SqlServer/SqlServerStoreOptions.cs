using Taushet.Storage.Log;

namespace Taushet.Storage.SqlServer;

/// <summary>What opens a store on SQL Server.</summary>
public sealed record SqlServerStoreOptions
{
    /// <summary>
    /// Server, database and login. Encryption and trust are the operator's and stay as they are; timeouts, pool and what else
    /// the store needs of a connection are set from the options below. The database must exist.
    /// </summary>
    public required string ConnectionString { get; init; }

    /// <summary>The keys that are never in the database.</summary>
    public required StoreKeys Keys { get; init; }

    /// <summary>How this process writes its log; null for one that does not.</summary>
    public LogSettings? Log { get; init; }

    /// <summary>
    /// How long a connection may take. Short: a request whose facts cannot be read is answered unavailable, and its sender tries
    /// again; waiting longer only lengthens the queue behind it.
    /// </summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a read may take. Reads are look-ups by key, of milliseconds: what takes seconds is a fault.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one statement of a write may take. Longer than a read: it waits for the disk that makes it durable.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a change of the registers waits for the one before it. Shorter than <see cref="WriteTimeout"/>, so that waiting
    /// in vain is told from a server that does not answer.
    /// </summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many connections read at most. A read holds its connection for one round trip, so that this many serve some thousands
    /// of requests a second; more would only move the queue into the server.
    /// </summary>
    public int ReadPoolSize { get; init; } = 64;

    /// <summary>
    /// How many connections write at most. Changes of the registers follow one another and the log has one writer: the rest is
    /// for an import, for readers of the trail, and for one connection that is being given up while its successor opens.
    /// </summary>
    public int WritePoolSize { get; init; } = 8;

    /// <summary>
    /// How many rows of an import share a transaction. Nothing else can change or be appended meanwhile: this bounds how long.
    /// </summary>
    public int ImportChunk { get; init; } = 500;

    /// <summary>Told of each failure of the store, where it failed. Must not block or throw.</summary>
    public Action<StoreFault>? OnFault { get; init; }

    /// <summary>What the sessions are called at the server.</summary>
    internal string Name => Log?.Gateway ?? "tools";
}
