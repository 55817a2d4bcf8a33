using System.IO.Compression;
using System.Security.Cryptography;

namespace Taushet.Storage.Rows;

/// <summary>The stored form of a policy set's content: compressed, and held against its hash both ways.</summary>
internal static class PolicyContent
{
    /// <summary>The stored form.</summary>
    /// <exception cref="ArgumentException">The content has another hash.</exception>
    public static byte[] Pack(string hash, ReadOnlyMemory<byte> content)
    {
        if (!IsOf(hash, content.Span))
        {
            throw new ArgumentException("The content has another hash.", nameof(content));
        }

        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            brotli.Write(content.Span);
        }

        return packed.ToArray();
    }

    /// <summary>The content of a stored form.</summary>
    /// <exception cref="StoredValueException">It has another hash.</exception>
    public static ReadOnlyMemory<byte> Unpack(string hash, byte[] stored)
    {
        var unpacked = Decompress(stored);
        return unpacked is not null && IsOf(hash, unpacked)
            ? unpacked
            : throw new StoredValueException("A stored policy set has another hash than its name.");
    }

    private static byte[]? Decompress(byte[] stored)
    {
        try
        {
            using var content = new MemoryStream();
            using var brotli = new BrotliStream(new MemoryStream(stored), CompressionMode.Decompress);
            brotli.CopyTo(content);
            return content.ToArray();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsOf(string hash, ReadOnlySpan<byte> content) =>
        string.Equals(Convert.ToHexStringLower(SHA256.HashData(content)), hash, StringComparison.Ordinal);
}
