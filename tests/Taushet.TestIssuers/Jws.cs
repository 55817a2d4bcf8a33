using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Taushet.TestIssuers;

/// <summary>Writes signed tokens of any shape, right and wrong: nothing is checked, and nothing is added.</summary>
public static class Jws
{
    /// <summary>Signs a header and claims.</summary>
    /// <param name="header">The header, as JSON.</param>
    /// <param name="claims">The claims, as JSON.</param>
    /// <param name="sign">Signs the ASCII bytes of header and claims.</param>
    /// <returns>The compact form.</returns>
    public static string Write(string header, string claims, Func<byte[], byte[]> sign)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>Signs a header and claims.</summary>
    public static string Write(IReadOnlyDictionary<string, object?> header, IReadOnlyDictionary<string, object?> claims, Func<byte[], byte[]> sign) =>
        Write(JsonSerializer.Serialize(header), JsonSerializer.Serialize(claims), sign);

    /// <summary>One part of a token.</summary>
    public static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
