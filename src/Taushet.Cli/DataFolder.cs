using Taushet.Storage;
using Taushet.Storage.Files;
using Taushet.Storage.Log;
using Taushet.Storage.Signing;
using Taushet.Storage.Sqlite;

namespace Taushet.Cli;

/// <summary>The gateway's data folder as the tools see it: where the store and its keys are.</summary>
/// <param name="Path">The folder.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>The database file.</summary>
    public string Database => System.IO.Path.Combine(Path, DataFiles.Database);

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
        CheckpointKeys.Publish(Path, signer);
        return Options(createKeys: true) with
        {
            Log = new LogSettings
            {
                Gateway = gateway,
                Signer = signer,
                CheckpointFile = System.IO.Path.Combine(Path, DataFiles.Checkpoints(gateway)),
            },
        };
    }
}
