using System.Buffers.Binary;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Ports;

/// <summary>
/// Seals where a reading of the index is: nobody can read or change it, and it is good only for the reading it was made for.
/// Every gateway of the database opens the tokens of the others.
/// </summary>
public sealed class IndexTokens
{
    private const int Length = 16 + (3 * sizeof(long));
    private readonly byte[] key;

    internal IndexTokens(ReadOnlySpan<byte> key) => this.key = key.ToArray();

    /// <summary>Seals.</summary>
    /// <param name="token">Where the reading is.</param>
    /// <param name="reading">What identifies the reading: the same is needed to open the token.</param>
    public byte[] Seal(IndexToken token, ReadOnlySpan<byte> reading)
    {
        Span<byte> content = stackalloc byte[Length];
        token.Generation.TryWriteBytes(content, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(content[16..], token.UpTo);
        BinaryPrimitives.WriteInt64BigEndian(content[24..], token.After.Time);
        BinaryPrimitives.WriteInt64BigEndian(content[32..], token.After.Number);
        return AuthenticatedBox.Seal(key, content, reading);
    }

    /// <summary>Opens.</summary>
    /// <returns>Null when the token is of another reading, or was changed.</returns>
    public IndexToken? Open(ReadOnlySpan<byte> token, ReadOnlySpan<byte> reading) =>
        AuthenticatedBox.Open(key, token, reading) is { Length: Length } content
            ? new IndexToken(
                new Guid(content.AsSpan(0, 16), bigEndian: true),
                BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(16)),
                new IndexPlace(BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(24)), BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(32))))
            : null;
}

/// <summary>Where a reading of the index is.</summary>
/// <param name="Generation">The filling of the index it was begun on.</param>
/// <param name="UpTo">The highest number that is part of it.</param>
/// <param name="After">The place of the last entry that was read.</param>
public readonly record struct IndexToken(Guid Generation, long UpTo, IndexPlace After);
