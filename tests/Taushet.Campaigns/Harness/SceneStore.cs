using Microsoft.Data.Sqlite;
using Taushet.Cli;
using Taushet.Storage;
using Taushet.Storage.Files;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite;
using Taushet.Storage.SqlServer;

namespace Taushet.Campaigns.Harness;

/// <summary>
/// The store that a scene's gateways share: SQLite in the scene's folder, or a database on a server. All that the campaigns know of its kind.
/// </summary>
/// <param name="folder">The scene's data folder.</param>
/// <param name="server">The database on a server; null for SQLite.</param>
internal sealed class SceneStore(string folder, SceneServer? server = null)
{
    private const int Busy = 5;

    // In the order in which they are to be moved back: the database itself last, when everything that belongs to it is there.
    private static readonly string[] Companions = ["-wal", "-shm", string.Empty];

    /// <summary>What tells a gateway which store to open.</summary>
    public IReadOnlyDictionary<string, string> GatewayEnvironment { get; } = server is null
        ? new Dictionary<string, string> { ["Taushet__DataDirectory"] = folder }
        : new Dictionary<string, string> { ["Taushet__DataDirectory"] = folder, [DataFolder.ServerVariable] = server.Gate.ConnectionString };

    /// <summary>The database's own file.</summary>
    public string Database => Path.Combine(folder, DataFiles.Database);

    /// <summary>The files in which the database is, those that there are, its own last.</summary>
    public IEnumerable<string> Files => FilesIn(folder);

    /// <summary>The same in a folder to which they were moved.</summary>
    public static IEnumerable<string> FilesIn(string elsewhere) =>
        Companions.Select(companion => Path.Combine(elsewhere, DataFiles.Database + companion)).Where(File.Exists);

    /// <summary>Copies the database as it is at one moment, beside whoever writes it.</summary>
    public void CopyTo(string path)
    {
        using var source = Connect(Database);
        using var copy = Connect(path);
        source.BackupDatabase(copy);
    }

    /// <summary>Whether another process is inside a writing transaction.</summary>
    public bool IsBeingWritten()
    {
        using var connection = Connect(Database);
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE; ROLLBACK";
        begin.CommandTimeout = 1;
        try
        {
            begin.ExecuteNonQuery();
            return false;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == Busy)
        {
            return true;
        }
    }

    /// <summary>Makes what is in the database.</summary>
    public Task MigrateAsync(CancellationToken cancellation) => server is null
        ? Task.FromResult(SqliteStore.Migrate(new DataFolder(folder).Options(createKeys: true), TimeProvider.System))
        : SqlServerStore.MigrateAsync(OnServer(server), TimeProvider.System, cancellation);

    /// <summary>Opens the store for registers and for reading the trail, beside or after a gateway.</summary>
    public async Task<IStore> OpenAsync(CancellationToken cancellation) => server is null
        ? SqliteStore.Open(new DataFolder(folder).Options(createKeys: false))
        : await SqlServerStore.OpenAsync(OnServer(server), cancellation);

    /// <summary>Takes the database away from whoever has it open.</summary>
    /// <returns>Puts it back.</returns>
    public Action TakeAway()
    {
        if (server is not null)
        {
            server.Gate.Close();
            return server.Gate.Open;
        }

        var aside = Database + ".aside";
        File.Move(Database, aside);
        return () => File.Move(aside, Database);
    }

    /// <summary>Opens the store in a stand-in for the gateway.</summary>
    /// <param name="log">Changes how its log is written.</param>
    /// <param name="withoutSync">Whether the store does not sync.</param>
    public IStore OpenToWrite(Func<LogSettings, LogSettings> log, bool withoutSync = false)
    {
        var options = new DataFolder(folder).WritingOptions();
        return SqliteStore.Open(options with
        {
            Log = log(options.Log!),
            WithoutSync = withoutSync,
            OnFault = fault => Console.WriteLine($"The store failed at {fault.Operation} with {fault.Error}, code {fault.Code}"),
        });
    }

    // A server may be slow at its first statements, and share its machine with the gateways.
    private SqlServerStoreOptions OnServer(SceneServer database) => new()
    {
        ConnectionString = database.Direct,
        Keys = StoreKeys.LoadOrCreate(Path.Combine(folder, DataFiles.StoreKeys)),
        ConnectTimeout = TimeSpan.FromSeconds(30),
        ReadTimeout = TimeSpan.FromSeconds(60),
        WriteTimeout = TimeSpan.FromSeconds(60),
        LockTimeout = TimeSpan.FromSeconds(30),
    };

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }
}
