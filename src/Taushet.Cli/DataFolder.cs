using Taushet.Storage;
using Taushet.Storage.Files;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Signing;
using Taushet.Storage.Sqlite;

namespace Taushet.Cli;

/// <summary>The gateway's data folder as the tools see it: where the store and its keys are.</summary>
/// <param name="Path">The folder.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>The database file.</summary>
    public string Database => System.IO.Path.Combine(Path, DataFiles.Database);

    /// <summary>The public keys that checkpoints were ever signed with.</summary>
    public string PublicKeys => System.IO.Path.Combine(Path, DataFiles.CheckpointPublicKeys);

    /// <summary>Opens the store for a command that writes no log. Every command that reads or keeps the trail opens it here.</summary>
    /// <returns>The store, or null when there is none.</returns>
    /// <exception cref="Exception">It cannot be opened.</exception>
    public IStore? OpenStore() => File.Exists(Database) ? SqliteStore.Open(Options(createKeys: false)) : null;

    /// <summary>What opens the store.</summary>
    /// <param name="createKeys">Whether keys are made when there are none.</param>
    public SqliteStoreOptions Options(bool createKeys)
    {
        var keys = System.IO.Path.Combine(Path, DataFiles.StoreKeys);
        return new SqliteStoreOptions
        {
            Path = Database,
            Keys = createKeys ? StoreKeys.LoadOrCreate(keys) : StoreKeys.Load(keys),
        };
    }

    /// <summary>What opens the store of a process that also writes a log: as <see cref="Options"/>, with keys made when there are none.</summary>
    /// <param name="gateway">The gateway's identity.</param>
    public SqliteStoreOptions WritingOptions(string gateway = LogSettings.DefaultGateway)
    {
        var signer = CheckpointKeys.Load(Path, gateway, create: true);
        return Options(createKeys: true) with
        {
            Log = new LogSettings { Gateway = gateway, Signer = signer, CheckpointFile = CheckpointFile(gateway) },
        };
    }

    /// <summary>Where a gateway's checkpoints are unless its options say otherwise.</summary>
    public string CheckpointFile(string gateway) => System.IO.Path.Combine(Path, DataFiles.Checkpoints(gateway));
}
