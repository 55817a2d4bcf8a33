using System.Buffers;
using System.Security.Cryptography;

namespace Taushet.Core.Trail.Tree;

/// <summary>The hashes of the log's Merkle tree, as RFC 9162 (and RFC 6962 before it) hashes with SHA-256.</summary>
/// <remarks>INVARIANT: a leaf and an inner node never hash the same bytes.</remarks>
public static class TreeHash
{
    /// <summary>The length of every hash, in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    // A leaf of schema 1 can be longer: it is copied into a rented buffer.
    private const int OnStack = 4096;

    /// <summary>The root of a tree without leaves: the hash of no bytes.</summary>
    public static ReadOnlyMemory<byte> Empty { get; } = SHA256.HashData([]);

    /// <summary>SHA-256(0x00 || leaf), 32 bytes.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> leaf)
    {
        var length = leaf.Length + 1;
        if (length <= OnStack)
        {
            return Prefixed(leaf, stackalloc byte[length]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return Prefixed(leaf, rented.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>SHA-256(0x01 || left || right), 32 bytes.</summary>
    /// <exception cref="ArgumentException">One of them is not 32 bytes.</exception>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var node = new byte[Size];
        Node(left, right, node);
        return node;
    }

    /// <summary>The same into a place of the caller's, which may be that of <paramref name="left"/> or
    /// <paramref name="right"/>.</summary>
    /// <exception cref="ArgumentException">One of the three is not 32 bytes.</exception>
    public static void Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> node)
    {
        if (left.Length != Size || right.Length != Size || node.Length != Size)
        {
            throw new ArgumentException("A hash is 32 bytes.");
        }

        Span<byte> preimage = stackalloc byte[1 + Size + Size];
        preimage[0] = NodePrefix;
        left.CopyTo(preimage[1..]);
        right.CopyTo(preimage[(1 + Size)..]);
        SHA256.HashData(preimage, node);
    }

    private static byte[] Prefixed(ReadOnlySpan<byte> leaf, Span<byte> preimage)
    {
        preimage[0] = LeafPrefix;
        leaf.CopyTo(preimage[1..]);
        return SHA256.HashData(preimage);
    }
}
