using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Taushet.TestIssuers;

/// <summary>Makes proofs of possession (DPoP, RFC 9449).</summary>
public static class ProofDraft
{
    /// <summary>The proof for one call, right in all its parts; every part may be changed before it is written.</summary>
    /// <param name="key">The client's key.</param>
    /// <param name="token">The token it comes with.</param>
    /// <param name="address">The address of the call, without query.</param>
    /// <param name="now">When it is made.</param>
    public static TokenDraft Of(TestKey key, string token, string address, DateTimeOffset now) => new()
    {
        Sign = key.Sign,
        Header = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["typ"] = "dpop+jwt",
            ["alg"] = key.Algorithm,
            ["jwk"] = key.Bare,
        },
        Claims = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["jti"] = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
            ["htm"] = "POST",
            ["htu"] = address,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["ath"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token))),
        },
    };
}
