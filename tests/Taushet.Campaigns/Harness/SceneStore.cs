using Microsoft.Data.Sqlite;
using Taushet.Cli;
using Taushet.Storage.Files;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite;

namespace Taushet.Campaigns.Harness;

/// <summary>The store that a scene's gateways share: SQLite in the scene's folder. All that the campaigns know of its kind.</summary>
internal sealed class SceneStore(string folder)
{
    private const int Busy = 5;

    // In the order in which they are to be moved back: the database itself last, when everything that belongs to it is there.
    private static readonly string[] Companions = ["-wal", "-shm", string.Empty];

    /// <summary>What tells a gateway which store to open.</summary>
    public IReadOnlyDictionary<string, string> GatewayEnvironment { get; } =
        new Dictionary<string, string> { ["Taushet__DataDirectory"] = folder };

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

    /// <summary>Makes the database.</summary>
    public void Migrate() => _ = SqliteStore.Migrate(new DataFolder(folder).Options(createKeys: true), TimeProvider.System);

    /// <summary>Opens the store for registers and for reading the trail, beside or after a gateway.</summary>
    public IStore Open() => SqliteStore.Open(new DataFolder(folder).Options(createKeys: false));

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

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }
}
