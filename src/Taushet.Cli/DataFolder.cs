using Taushet.Storage;
using Taushet.Storage.Files;
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
}
