using System.Security.Cryptography;
using Taushet.Storage.Files;
using Taushet.Storage.Log;
using Taushet.Storage.Signing;
using Taushet.Storage.Sqlite;

namespace Taushet.Storage.Tests.Support;

/// <summary>A SQLite store in a directory of its own, removed afterwards.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("taushet-store-");
    private SqliteStore? store;

    public TemporaryStore(Func<SqliteStoreOptions, SqliteStoreOptions>? configure = null)
    {
        Options = new SqliteStoreOptions
        {
            Path = Path.Combine(directory.FullName, "taushet.db"),
            Keys = StoreKeys.LoadOrCreate(Path.Combine(directory.FullName, DataFiles.StoreKeys)),
            Log = Settings(directory.FullName),
            OnFault = fault => Faults.Enqueue(fault),
        };
        Options = configure?.Invoke(Options) ?? Options;
        SqliteStore.Migrate(Options, TimeProvider.System);
    }

    public SqliteStoreOptions Options { get; }

    public string KeyFolder => directory.FullName;

    public System.Collections.Concurrent.ConcurrentQueue<StoreFault> Faults { get; } = new();

    public SqliteStore Store
    {
        get
        {
            lock (directory)
            {
                return store ??= SqliteStore.Open(Options);
            }
        }
    }

    /// <summary>Settings of a log with a key and a checkpoint file of its own.</summary>
    public static LogSettings Settings(string folder, string gateway = LogSettings.DefaultGateway) => new()
    {
        Gateway = gateway,
        Signer = CheckpointSigner.Of(CheckpointKeys.NameOf(gateway), ECDsa.Create(ECCurve.NamedCurves.nistP256)),
        CheckpointFile = Path.Combine(folder, gateway + ".notes"),
        ProbeInterval = TimeSpan.FromMilliseconds(50),
        Lease = TimeSpan.FromSeconds(1),
    };

    public static StoreKeys NewKeys()
    {
        var random = RandomNumberGenerator.GetBytes(2 * StoreKeys.Size);
        return new StoreKeys(random.AsSpan(0, StoreKeys.Size), random.AsSpan(StoreKeys.Size));
    }

    public async Task<SqliteStore> ReopenAsync()
    {
        await CloseAsync();
        return Store;
    }

    public async Task CloseAsync()
    {
        if (store is not null)
        {
            await store.DisposeAsync();
            store = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        directory.Delete(recursive: true);
    }
}
