using System.Numerics;

namespace Taushet.Core.Trail.Tree;

/// <summary>Checks proofs against root hashes as RFC 9162 tells it (2.1.3.2 and 2.1.4.2).</summary>
/// <remarks>INVARIANT: a proof that is not right is refused and never throws, whatever sizes, hashes and lengths it has.</remarks>
public static class ProofCheck
{
    /// <summary>Whether the leaf stands at <paramref name="index"/> in the tree of that size and root.</summary>
    /// <param name="index">The leaf's place, counted from 0.</param>
    /// <param name="size">The number of leaves.</param>
    /// <param name="leafHash">The leaf's hash (<see cref="TreeHash.Leaf"/>).</param>
    /// <param name="proof">The hashes from the leaf's sibling upwards.</param>
    /// <param name="root">The tree's root hash.</param>
    public static bool Inclusion(
        long index,
        long size,
        ReadOnlySpan<byte> leafHash,
        IReadOnlyList<ReadOnlyMemory<byte>> proof,
        ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size || !AreHashes(proof) || !IsHash(leafHash) || !IsHash(root))
        {
            return false;
        }

        var place = new Place(index, size - 1);
        Span<byte> hash = stackalloc byte[TreeHash.Size];
        leafHash.CopyTo(hash);
        foreach (var sibling in proof)
        {
            if (place.IsRoot)
            {
                return false;
            }

            if (place.HasLeftSibling())
            {
                TreeHash.Node(sibling.Span, hash, hash);
            }
            else
            {
                TreeHash.Node(hash, sibling.Span, hash);
            }

            place.Rise();
        }

        return place.IsRoot && hash.SequenceEqual(root);
    }

    /// <summary>Whether the first tree is the beginning of the second. An empty tree is the beginning of every tree.</summary>
    /// <param name="firstSize">The number of leaves of the first.</param>
    /// <param name="firstRoot">Its root hash; of an empty tree <see cref="TreeHash.Empty"/>.</param>
    /// <param name="secondSize">The number of leaves of the second.</param>
    /// <param name="secondRoot">Its root hash.</param>
    /// <param name="proof">The proof; empty when the first tree is empty or the sizes are equal.</param>
    public static bool Consistency(
        long firstSize,
        ReadOnlySpan<byte> firstRoot,
        long secondSize,
        ReadOnlySpan<byte> secondRoot,
        IReadOnlyList<ReadOnlyMemory<byte>> proof)
    {
        if (!CanBeRoot(firstSize, firstRoot) || !CanBeRoot(secondSize, secondRoot) || firstSize > secondSize || !AreHashes(proof))
        {
            return false;
        }

        if (firstSize == 0 || firstSize == secondSize)
        {
            return proof.Count == 0 && (firstSize == 0 || firstRoot.SequenceEqual(secondRoot));
        }

        // The proof goes out from the first tree's smallest complete subtree; when that is the whole of it, from its root.
        var whole = BitOperations.IsPow2(firstSize);
        if (!whole && proof.Count == 0)
        {
            return false;
        }

        var start = whole ? firstRoot : proof[0].Span;
        return Leads(start, proof, whole ? 0 : 1, firstSize, firstRoot, secondSize, secondRoot);
    }

    private static bool Leads(
        ReadOnlySpan<byte> start,
        IReadOnlyList<ReadOnlyMemory<byte>> proof,
        int from,
        long firstSize,
        ReadOnlySpan<byte> firstRoot,
        long secondSize,
        ReadOnlySpan<byte> secondRoot)
    {
        var level = BitOperations.TrailingZeroCount(firstSize);
        var place = new Place((firstSize - 1) >> level, (secondSize - 1) >> level);
        Span<byte> first = stackalloc byte[TreeHash.Size];
        Span<byte> second = stackalloc byte[TreeHash.Size];
        start.CopyTo(first);
        start.CopyTo(second);
        for (var step = from; step < proof.Count; step++)
        {
            var sibling = proof[step].Span;
            if (place.IsRoot)
            {
                return false;
            }

            if (place.HasLeftSibling())
            {
                TreeHash.Node(sibling, first, first);
                TreeHash.Node(sibling, second, second);
            }
            else
            {
                TreeHash.Node(second, sibling, second);
            }

            place.Rise();
        }

        return place.IsRoot && first.SequenceEqual(firstRoot) && second.SequenceEqual(secondRoot);
    }

    private static bool CanBeRoot(long size, ReadOnlySpan<byte> root) =>
        size == 0 ? root.SequenceEqual(TreeHash.Empty.Span) : size > 0 && IsHash(root);

    private static bool IsHash(ReadOnlySpan<byte> hash) => hash.Length == TreeHash.Size;

    private static bool AreHashes(IReadOnlyList<ReadOnlyMemory<byte>> proof) => proof.All(hash => IsHash(hash.Span));

    /// <summary>A node on its way up: its place in its level, and that of the level's last.</summary>
    private struct Place(long node, long last)
    {
        private long node = node;
        private long last = last;

        public readonly bool IsRoot => last == 0;

        /// <summary>Whether the next sibling is a left one. The last node of a level may have none, and rises alone until it
        /// has.</summary>
        public bool HasLeftSibling()
        {
            while (node == last && (node & 1) == 0 && node != 0)
            {
                Rise();
            }

            return (node & 1) == 1;
        }

        public void Rise()
        {
            node >>= 1;
            last >>= 1;
        }
    }
}
