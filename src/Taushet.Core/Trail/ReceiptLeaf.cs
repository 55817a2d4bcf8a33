using System.Buffers;
using System.Security.Cryptography;

namespace Taushet.Core.Trail;

/// <summary>
/// The leaf of schema 2, which a receipt can show: the magic, then log, entry, index, schema, release commitment and the
/// digest of all other columns, each as tag (2 bytes), length (4 bytes) and value.
/// </summary>
/// <remarks>
/// The digest is SHA-256 of its own magic and columns 5 to 25 and the salt, in tag order. The salt keeps anyone from finding
/// the columns by guessing them.
/// INVARIANT: whoever holds a receipt can make the leaf from it. So the log's signature covers what was released.
/// </remarks>
/// <param name="Log">The log.</param>
/// <param name="Entry">The entry's id.</param>
/// <param name="Commitment">The commitment to what was released, 32 bytes.</param>
/// <param name="Digest">The digest of the other columns, 32 bytes.</param>
public readonly record struct ReceiptLeaf(Guid Log, Guid Entry, ReadOnlyMemory<byte> Commitment, ReadOnlyMemory<byte> Digest)
{
    /// <summary>The schema.</summary>
    public const int Schema = 2;

    // The magic, six heads, and the values.
    private const int Length = 16 + (6 * 6) + 16 + 16 + sizeof(long) + sizeof(int) + SHA256.HashSizeInBytes + SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> LeafMagic => "taushet.entry.v2"u8;

    private static ReadOnlySpan<byte> DigestMagic => "taushet.other.v2"u8;

    /// <summary>The leaf of an entry, wherever it stands.</summary>
    public static ReceiptLeaf Of(EntryRow row)
    {
        var rented = ArrayPool<byte>.Shared.Rent(EntryColumns.Capacity(row));
        try
        {
            var others = new LeafWriter(rented);
            others.Raw(DigestMagic);
            EntryColumns.WriteMiddle(ref others, row);
            others.Bytes(EntryColumn.Salt, row.Salt.Span);
            return new ReceiptLeaf(row.Log, row.Entry, row.ReleaseCommitment, SHA256.HashData(others.Written));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>The leaf bytes at a place in the log.</summary>
    /// <param name="index">From 0.</param>
    public byte[] At(long index)
    {
        var leaf = new LeafWriter(Length);
        leaf.Raw(LeafMagic);
        leaf.Id(EntryColumn.Log, Log);
        leaf.Id(EntryColumn.Entry, Entry);
        leaf.Long(EntryColumn.Index, index);
        leaf.Int(EntryColumn.Schema, Schema);
        leaf.Bytes(EntryColumn.ReleaseCommitment, Commitment.Span);
        leaf.Bytes(EntryColumn.Digest, Digest.Span);
        return leaf.ToArray();
    }
}
