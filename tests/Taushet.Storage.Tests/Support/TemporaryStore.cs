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
            Keys = NewKeys(),
            ProbeInterval = TimeSpan.FromMilliseconds(50),
            OnFault = fault => Faults.Enqueue(fault),
        };
        Options = configure?.Invoke(Options) ?? Options;
        SqliteStore.Migrate(Options, TimeProvider.System);
    }

    public SqliteStoreOptions Options { get; }

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

    public static StoreKeys NewKeys()
    {
        var random = System.Security.Cryptography.RandomNumberGenerator.GetBytes(2 * StoreKeys.Size);
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
