using System.Security.Cryptography;
using System.Text;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sealing;

/// <summary>How a person is found without storing the number: HMAC-SHA256 under the lookup key.</summary>
internal static class SubjectLookup
{
    /// <summary>The look-up hash of a national identity number, 32 bytes.</summary>
    public static byte[] OfNumber(StoreKeys keys, string number) => Hash(keys, 'n', number);

    /// <summary>The look-up hash of a request's subject. A reference never meets a number, though it may read the same.</summary>
    public static byte[] Of(StoreKeys keys, SubjectKey subject) =>
        !subject.Stored.IsEmpty ? subject.Stored.ToArray()
        : subject.NationalNumber is { } number ? OfNumber(keys, number)
        : Hash(keys, 'r', subject.Reference ?? string.Empty);

    private static byte[] Hash(StoreKeys keys, char space, string text)
    {
        var bytes = new byte[1 + Encoding.UTF8.GetByteCount(text)];
        bytes[0] = (byte)space;
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(1));
        var hash = HMACSHA256.HashData(keys.Lookup, bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return hash;
    }
}
