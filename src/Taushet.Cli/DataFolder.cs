using Taushet.Storage;
using Taushet.Storage.Files;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Signing;
using Taushet.Storage.Sqlite;
using Taushet.Storage.SqlServer;
using Taushet.Storage.Trail;

namespace Taushet.Cli;

/// <summary>The gateway's data folder as the tools see it: where the store and its keys are.</summary>
/// <param name="Path">The folder.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>The environment variable of the gateway's own option: where the store is when it is on SQL Server.</summary>
    public const string ServerVariable = "Taushet__SqlServer";

    /// <summary>The database file.</summary>
    public string Database => System.IO.Path.Combine(Path, DataFiles.Database);

    /// <summary>The public keys that checkpoints were ever signed with.</summary>
    public string PublicKeys => System.IO.Path.Combine(Path, DataFiles.CheckpointPublicKeys);

    /// <summary>What a fault is told of: the database file, or that it is on a server. Never the connection string.</summary>
    public string Place => Server is null ? Database : $"the database that {ServerVariable} names";

    /// <summary>Whether the store is on SQL Server.</summary>
    public bool IsOnServer => Server is not null;

    /// <summary>
    /// The connection string of a database on SQL Server; null when the store is the file. A secret: never an argument. By default what
    /// the environment variable says.
    /// </summary>
    internal string? Server { get; init; } = GatewayVariables.OfProcess.SqlServer;

    /// <summary>The folder alone: a connection string is told to nobody.</summary>
    public override string ToString() => Path;

    /// <summary>Opens the store for a command that writes no log. Every command that reads or keeps the trail opens it here.</summary>
    /// <returns>The store, or null when there is none.</returns>
    /// <exception cref="Exception">It cannot be opened.</exception>
    public async Task<IStore?> OpenStoreAsync(CancellationToken cancellation)
    {
        if (Server is { } server)
        {
            return await SqlServerStore.OpenAsync(OnServer(server, createKeys: false), cancellation);
        }

        return File.Exists(Database) ? SqliteStore.Open(Options(createKeys: false)) : null;
    }

    /// <summary>Opens the store for a command that writes a log of its own, under an identity that no gateway has.</summary>
    /// <returns>The store, or null when there is none.</returns>
    /// <exception cref="Exception">It cannot be opened.</exception>
    public async Task<IStore?> OpenStoreAsync(string identity, CancellationToken cancellation)
    {
        if (Server is { } server)
        {
            var options = OnServer(server, createKeys: false) with { Log = LogOf(identity) };
            return await SqlServerStore.OpenAsync(options, cancellation);
        }

        return File.Exists(Database) ? SqliteStore.Open(Options(createKeys: false) with { Log = LogOf(identity) }) : null;
    }

    /// <summary>The logs alone, for a command that only verifies: it needs no secret key, and writes nothing.</summary>
    /// <returns>The logs, or null when there is no database.</returns>
    /// <exception cref="InvalidOperationException">The connection string cannot be read.</exception>
    public ILogReader? OpenLogs() => Server is { } server ? TrailCopy.OnServer(server)
        : File.Exists(Database) ? TrailCopy.InFile(Database)
        : null;

    /// <summary>Brings the store to this version's shape; makes the file, and keys where there are none.</summary>
    /// <returns>The names of the scripts that were applied now.</returns>
    /// <exception cref="Exception">It cannot be migrated.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(TimeProvider clock, CancellationToken cancellation) => Server is { } server
        ? await SqlServerStore.MigrateAsync(OnServer(server, createKeys: true), clock, cancellation)
        : SqliteStore.Migrate(Options(createKeys: true), clock);

    /// <summary>What opens the store.</summary>
    /// <param name="createKeys">Whether keys are made when there are none.</param>
    public SqliteStoreOptions Options(bool createKeys) => new() { Path = Database, Keys = Keys(createKeys) };

    /// <summary>What opens the store of a process that also writes a log: as <see cref="Options"/>, with keys made when there are none.</summary>
    /// <param name="gateway">The gateway's identity.</param>
    public SqliteStoreOptions WritingOptions(string gateway = LogSettings.DefaultGateway) =>
        Options(createKeys: true) with { Log = LogOf(gateway) };

    /// <summary>Where a gateway's checkpoints are unless its options say otherwise.</summary>
    public string CheckpointFile(string gateway) => System.IO.Path.Combine(Path, DataFiles.Checkpoints(gateway));

    private LogSettings LogOf(string gateway) => new()
    {
        Gateway = gateway,
        Signer = CheckpointKeys.Load(Path, gateway, create: true),
        CheckpointFile = CheckpointFile(gateway),
    };

    private SqlServerStoreOptions OnServer(string connection, bool createKeys) =>
        new() { ConnectionString = connection, Keys = Keys(createKeys) };

    private StoreKeys Keys(bool create)
    {
        var keys = System.IO.Path.Combine(Path, DataFiles.StoreKeys);
        return create ? StoreKeys.LoadOrCreate(keys) : StoreKeys.Load(keys);
    }
}
