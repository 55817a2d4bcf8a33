using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Taushet.Gateway.Identify;

/// <summary>An ES256 key pair in a file of its own: a private JWK that only its owner may read.</summary>
/// <remarks>The file <c>x.jwk</c> is accompanied by <c>x.public.jwk</c> for those who check signatures.</remarks>
public static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key pair; makes it when the file is absent. The file is created with mode 0600.</summary>
    /// <param name="path">The private JWK's file; its folder must exist.</param>
    /// <returns>The key pair as a JWK with <c>d</c>.</returns>
    /// <exception cref="InvalidDataException">The file holds no P-256 key pair.</exception>
    public static JsonWebKey OpenOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        var key = new JsonWebKey(File.ReadAllText(path));
        return key is { Kty: "EC", Crv: "P-256", D: not null, KeyId: not null }
            ? key
            : throw new InvalidDataException("The key file holds no P-256 key pair with a key id.");
    }

    /// <summary>The public half of a key pair.</summary>
    public static JsonWebKey PublicPart(JsonWebKey pair) => new()
    {
        Kty = pair.Kty,
        Crv = pair.Crv,
        X = pair.X,
        Y = pair.Y,
        KeyId = pair.KeyId,
        Alg = SecurityAlgorithms.EcdsaSha256,
        Use = "sig",
    };

    private static void Create(string path)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(pair));
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());

        // Written aside and moved without overwriting, so that of two processes that start together both read one key.
        var aside = $"{path}.{RandomNumberGenerator.GetHexString(16)}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(aside, options))
        {
            Write(file, key, key.D);
        }

        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
            return;
        }

        using var open = File.Create(Path.ChangeExtension(path, ".public.jwk"));
        Write(open, key, secret: null);
    }

    private static void Write(Stream file, JsonWebKey key, string? secret)
    {
        using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        json.WriteString("kty", key.Kty);
        json.WriteString("crv", key.Crv);
        json.WriteString("x", key.X);
        json.WriteString("y", key.Y);
        json.WriteString("kid", key.KeyId);
        json.WriteString("alg", SecurityAlgorithms.EcdsaSha256);
        json.WriteString("use", "sig");
        if (secret is not null)
        {
            json.WriteString("d", secret);
        }

        json.WriteEndObject();
    }
}
