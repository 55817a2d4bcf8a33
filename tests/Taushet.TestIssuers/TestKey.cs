using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Taushet.TestIssuers;

/// <summary>A key pair that signs: of an issuer, or of a client that proves it.</summary>
public sealed class TestKey : IDisposable
{
    private readonly RSA? rsa;
    private readonly ECDsa? elliptic;

    private TestKey(RSA? rsa, ECDsa? elliptic, string id)
    {
        this.rsa = rsa;
        this.elliptic = elliptic;
        Id = id;
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>The algorithm it signs with: RS256 or ES256.</summary>
    public string Algorithm => rsa is null ? "ES256" : "RS256";

    /// <summary>Its public half as a JWK, with id and use.</summary>
    public IReadOnlyDictionary<string, object?> PublicJwk => new Dictionary<string, object?>(Bare, StringComparer.Ordinal)
    {
        ["kid"] = Id,
        ["use"] = "sig",
    };

    /// <summary>Its public half as a JWK, with what the thumbprint is made of and no more.</summary>
    public IReadOnlyDictionary<string, object?> Bare => elliptic is null ? RsaJwk() : EllipticJwk();

    /// <summary>Its private half as a JWK: what a careless client may send.</summary>
    public IReadOnlyDictionary<string, object?> PrivateJwk => new Dictionary<string, object?>(Bare, StringComparer.Ordinal)
    {
        ["d"] = Base64Url.EncodeToString(elliptic is null ? rsa!.ExportParameters(true).D! : elliptic.ExportParameters(true).D!),
    };

    /// <summary>The thumbprint of its public half (RFC 7638, SHA-256, base64url).</summary>
    public string Thumbprint => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(
        "{" + string.Join(',', Bare.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"\"{member.Key}\":\"{member.Value}\"")) + "}")));

    /// <summary>Its public half as PEM, which an attacker may use as a secret.</summary>
    public string PublicPem => elliptic?.ExportSubjectPublicKeyInfoPem() ?? rsa!.ExportSubjectPublicKeyInfoPem();

    /// <summary>A key for RS256.</summary>
    public static TestKey Rsa(string id, int bits = 2048) => new(RSA.Create(bits), null, id);

    /// <summary>A key for ES256.</summary>
    public static TestKey Elliptic(string id) => new(null, ECDsa.Create(ECCurve.NamedCurves.nistP256), id);

    /// <summary>Signs by its own algorithm.</summary>
    public byte[] Sign(byte[] bytes) =>
        elliptic?.SignData(bytes, HashAlgorithmName.SHA256) ?? rsa!.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <inheritdoc/>
    public void Dispose()
    {
        rsa?.Dispose();
        elliptic?.Dispose();
    }

    private Dictionary<string, object?> RsaJwk()
    {
        var key = rsa!.ExportParameters(false);
        return new(StringComparer.Ordinal)
        {
            ["kty"] = "RSA",
            ["n"] = Base64Url.EncodeToString(key.Modulus!),
            ["e"] = Base64Url.EncodeToString(key.Exponent!),
        };
    }

    private Dictionary<string, object?> EllipticJwk()
    {
        var key = elliptic!.ExportParameters(false);
        return new(StringComparer.Ordinal)
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["x"] = Base64Url.EncodeToString(key.Q.X!),
            ["y"] = Base64Url.EncodeToString(key.Q.Y!),
        };
    }
}
