using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Taushet.Storage.Files;

/// <summary>An ES256 key pair in a file of its own: a JWK (RFC 7517) that its owner alone may read.</summary>
/// <remarks>The file <c>x.jwk</c> is accompanied by <c>x.public.jwk</c> for those who check signatures.</remarks>
public static class SigningKeyFile
{
    private const string PrivateMember = "d";

    /// <summary>Reads the key pair; makes it when there is none. Puts its public half beside it when that is missing or old.</summary>
    /// <param name="path">The private JWK's file; its folder must exist.</param>
    /// <returns>The private JWK as JSON, with its key id: the thumbprint of RFC 7638.</returns>
    /// <exception cref="InvalidDataException">The file is no such key, or others than its owner may read it.</exception>
    public static string LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            OwnerOnlyFile.CreateOnce(path, Encoding.ASCII.GetBytes(NewPair().ToJsonString()));
        }

        var text = OwnerOnlyFile.Read(path);
        PublishBeside(path, Parse(text));
        return text;
    }

    private static void PublishBeside(string path, JsonObject pair)
    {
        pair.Remove(PrivateMember);
        var text = pair.ToJsonString();
        var beside = Path.ChangeExtension(path, ".public.jwk");
        if (File.Exists(beside) && File.ReadAllText(beside) == text)
        {
            return;
        }

        // Moved into place, so that a reader sees the whole of the old file or of the new one.
        var aside = OwnerOnlyFile.Aside(beside);
        File.WriteAllText(aside, text);
        File.Move(aside, beside, overwrite: true);
    }

    private static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject key
                && Text(key, "kty") == "EC"
                && Text(key, "crv") == "P-256"
                && Array.TrueForAll(["x", "y", PrivateMember, "kid"], member => Text(key, member) is { Length: > 0 })
                    ? key
                    : throw new InvalidDataException("not a P-256 key pair with a key id");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException("not a JSON web key", fault);
        }
    }

    private static string? Text(JsonObject key, string member) =>
        key[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject NewPair()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pair = curve.ExportParameters(includePrivateParameters: true);
        var x = Base64Url.EncodeToString(pair.Q.X);
        var y = Base64Url.EncodeToString(pair.Q.Y);
        return new JsonObject
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["alg"] = "ES256",
            ["use"] = "sig",
            ["kid"] = Thumbprint(x, y),
            ["x"] = x,
            ["y"] = y,
            [PrivateMember] = Base64Url.EncodeToString(pair.D),
        };
    }

    // RFC 7638: the required members alone, in this order and without blanks.
    private static string Thumbprint(string x, string y) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));
}
