using Microsoft.IdentityModel.Tokens;
using Taushet.Storage.Files;

namespace Taushet.Cli.Tokens;

/// <summary>The development issuer's ES256 key in the data folder. The gateway reads its public half only.</summary>
public static class DevelopmentKey
{
    /// <summary>Reads the key, and makes it first when there is none.</summary>
    /// <param name="dataFolder">The data folder; made when absent.</param>
    /// <returns>The key with its private part.</returns>
    /// <exception cref="InvalidDataException">The file is no such key, or others than its owner may read it.</exception>
    public static JsonWebKey LoadOrCreate(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        return new JsonWebKey(SigningKeyFile.LoadOrCreate(Path.Combine(dataFolder, DataFiles.DevelopmentKey)));
    }
}
