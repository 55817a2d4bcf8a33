using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Taushet.Cli.Tokens;

/// <summary>The development issuer's ES256 key: one JWK file in the data folder, readable by its owner alone.</summary>
/// <remarks>
/// INVARIANT: the key file is never readable by group or others. A file that is, is refused, not repaired: someone may
/// already have read it.
/// </remarks>
public static class DevelopmentKey
{
    /// <summary>Name of the key file in the data folder.</summary>
    public const string FileName = "development-issuer.jwk";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode AnyoneElse =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Reads the key, and makes it first when there is none.</summary>
    /// <param name="dataFolder">The data folder; made when absent.</param>
    /// <returns>The key with its private part.</returns>
    /// <exception cref="InvalidDataException">The file is no such key, or others than its owner may read it.</exception>
    public static JsonWebKey LoadOrCreate(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path))
        {
            Create(path);
        }

        return Load(path);
    }

    private static JsonWebKey Load(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & AnyoneElse) != 0)
        {
            throw new InvalidDataException("others than the owner may read the key file");
        }

        try
        {
            var key = new JsonWebKey(File.ReadAllText(path));
            return key.Kty == "EC" && key.Crv == "P-256" && key.HasPrivateKey
                ? key
                : throw new InvalidDataException("not a private P-256 key");
        }
        catch (ArgumentException fault)
        {
            throw new InvalidDataException("not a JSON web key", fault);
        }
    }

    // Written beside and renamed: two processes that start at once end up with one whole file, whichever was first.
    private static void Create(string path)
    {
        var temporary = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(temporary, options))
        {
            JsonSerializer.Serialize(file, NewKey());
        }

        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }

    private static Dictionary<string, string> NewKey()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parameters = curve.ExportParameters(includePrivateParameters: true);
        var key = new JsonWebKey
        {
            Kty = "EC",
            Crv = "P-256",
            X = Base64UrlEncoder.Encode(parameters.Q.X),
            Y = Base64UrlEncoder.Encode(parameters.Q.Y),
            D = Base64UrlEncoder.Encode(parameters.D),
        };
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kty"] = key.Kty,
            ["crv"] = key.Crv,
            ["alg"] = SecurityAlgorithms.EcdsaSha256,
            ["use"] = "sig",
            ["kid"] = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint()),
            ["x"] = key.X,
            ["y"] = key.Y,
            ["d"] = key.D,
        };
    }
}
