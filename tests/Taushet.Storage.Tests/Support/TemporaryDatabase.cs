using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.SqlClient;
using Taushet.Storage.Files;
using Taushet.Storage.Log;
using Taushet.Storage.SqlServer;

namespace Taushet.Storage.Tests.Support;

/// <summary>A store in a database of its own on the test server, dropped afterwards.</summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    // What is known by keys alone needs no removing: with fresh keys nothing of it is found.
    private const string Empty = """
        DELETE FROM participant;
        DELETE FROM integration;
        DELETE FROM store_secret;
        DELETE FROM pending_request;
        UPDATE registry_feed SET as_of = 0;
        DISABLE TRIGGER standing_decision_change_kept ON standing_decision_change;
        DELETE FROM standing_decision_change;
        ENABLE TRIGGER standing_decision_change_kept ON standing_decision_change;
        DISABLE TRIGGER standing_decision_kept ON standing_decision;
        DELETE FROM standing_decision;
        ENABLE TRIGGER standing_decision_kept ON standing_decision;
        DISABLE TRIGGER policy_set_kept ON policy_set;
        DELETE FROM policy_set;
        ENABLE TRIGGER policy_set_kept ON policy_set;
        DISABLE TRIGGER hand_task_asking_kept ON hand_task_asking;
        DELETE FROM hand_task_asking;
        ENABLE TRIGGER hand_task_asking_kept ON hand_task_asking;
        DISABLE TRIGGER hand_task_kept ON hand_task;
        DELETE FROM hand_task;
        ENABLE TRIGGER hand_task_kept ON hand_task;
        DISABLE TRIGGER official_order_kept ON official_order;
        DELETE FROM official_order;
        ENABLE TRIGGER official_order_kept ON official_order;
        DELETE FROM holder_counter;
        """;

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("taushet-server-");
    private int logs;

    private TemporaryDatabase(SqlServerStoreOptions options) => Options = options;

    public SqlServerStoreOptions Options { get; private set; }

    public ConcurrentQueue<StoreFault> Faults { get; } = new();

    public string KeyFolder { get; private set; } = string.Empty;

    public SqlServerStore Store { get; private set; } = null!;

    /// <summary>Opens connections as the store does.</summary>
    public SqlServerOpener Opener => new(Options);

    public static async Task<TemporaryDatabase> OpenAsync()
    {
        var database = new TemporaryDatabase(new SqlServerStoreOptions
        {
            ConnectionString = await TestServer.CreateDatabaseAsync(),
            Keys = TemporaryStore.NewKeys(),

            // A test server is slow at its first statements, and shares its machine.
            ConnectTimeout = TimeSpan.FromSeconds(30),
            ReadTimeout = TimeSpan.FromSeconds(60),
            WriteTimeout = TimeSpan.FromSeconds(60),
            LockTimeout = TimeSpan.FromSeconds(30),
        });
        await SqlServerStore.MigrateAsync(database.Options, TimeProvider.System, default);
        await database.ReopenAsync();
        return database;
    }

    /// <summary>Opens the store anew, empty.</summary>
    public async Task EmptyAsync()
    {
        await Store.DisposeAsync();
        await OutsideAsync(Empty);
        await ReopenAsync();
    }

    /// <summary>Another store on the database.</summary>
    public Task<SqlServerStore> OpenAsync(Func<SqlServerStoreOptions, SqlServerStoreOptions> configure) =>
        SqlServerStore.OpenAsync(configure(Options), default);

    /// <summary>A connection that the store knows nothing of.</summary>
    public SqlConnection Outside() =>
        new(new SqlConnectionStringBuilder(Options.ConnectionString) { Pooling = false }.ConnectionString);

    public async Task OutsideAsync(string sql)
    {
        await using var connection = Outside();
        await connection.ExecuteAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await TestServer.DropDatabaseAsync(Options.ConnectionString);
        directory.Delete(recursive: true);
    }

    // What is known by keys alone is found by no other keys.
    private string NewKeyFolder() => KeyFolder = directory.CreateSubdirectory($"keys{logs}").FullName;

    private async Task ReopenAsync()
    {
        Faults.Clear();
        Options = Options with
        {
            Keys = StoreKeys.LoadOrCreate(Path.Combine(NewKeyFolder(), DataFiles.StoreKeys)),
            Log = TemporaryStore.Settings(directory.FullName, LogSettings.DefaultGateway + logs++),
            OnFault = Faults.Enqueue,
        };
        Store = await SqlServerStore.OpenAsync(Options, default);
    }
}
