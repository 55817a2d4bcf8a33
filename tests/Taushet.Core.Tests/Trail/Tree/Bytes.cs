namespace Taushet.Core.Tests.Trail.Tree;

/// <summary>Hashes as text, so that a difference can be read.</summary>
internal static class Bytes
{
    public static string Hex(this ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(bytes.Span);

    public static string[] Hex(this IEnumerable<ReadOnlyMemory<byte>> hashes) => [.. hashes.Select(Hex)];

    /// <summary>A copy with one bit turned.</summary>
    public static ReadOnlyMemory<byte> Flipped(this ReadOnlyMemory<byte> bytes, int bit)
    {
        var copy = bytes.ToArray();
        copy[bit / 8 % copy.Length] ^= (byte)(1 << (bit % 8));
        return copy;
    }
}
