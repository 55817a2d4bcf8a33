using System.Collections.Immutable;
using System.Numerics;

namespace Taushet.Core.Trail.Tree;

/// <summary>Roots and proofs at any size a log has had, from what the store keeps.</summary>
/// <param name="source">Where the hashes are read. What it throws passes through.</param>
/// <remarks>
/// Reads at most two runs of 256 hashes for every eight levels of the tree. Keeps nothing between calls. Every member throws
/// <see cref="InvalidOperationException"/> when the source gives another number of hashes than was asked for, or one that is
/// not 32 bytes, and asks for nothing beyond the size it was given.
/// </remarks>
public sealed class StoredTree(SubtreeSource source)
{
    /// <summary>The frontier of the first <paramref name="size"/> leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public Frontier FrontierAt(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var subtrees = new List<ReadOnlyMemory<byte>>();
        for (var level = 0; level < Frontier.Levels && size >> level > 0; level += StoredSubtree.LevelStep)
        {
            subtrees.AddRange(EdgeOf(Block(level, size, size), size));
        }

        subtrees.Reverse();
        return Frontier.Of(size, subtrees);
    }

    /// <summary>The root hash of the first <paramref name="size"/> leaves, 32 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public ReadOnlyMemory<byte> Root(long size) => FrontierAt(size).Root();

    /// <summary>The inclusion proof of a leaf in the tree of the first <paramref name="size"/> leaves, from the leaf's
    /// sibling upwards.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or not below the size.</exception>
    public ImmutableArray<ReadOnlyMemory<byte>> InclusionProof(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        TreePath.AddSiblings(path, index, 0, FrontierAt(size), NodesOver(index, size));
        return path.DrainToImmutable();
    }

    /// <summary>The proof that the tree of the first <paramref name="firstSize"/> leaves is the beginning of the tree of the
    /// first <paramref name="secondSize"/>. Empty when the first is empty or the sizes are equal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or the first is greater than the second.</exception>
    public ImmutableArray<ReadOnlyMemory<byte>> ConsistencyProof(long firstSize, long secondSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstSize, secondSize);
        if (firstSize == 0 || firstSize == secondSize)
        {
            return [];
        }

        // The proof goes out from the first tree's smallest complete subtree. When that is the whole first tree, the
        // verifier knows its root; otherwise the proof begins with it.
        var path = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        var nodes = NodesOver(firstSize - 1, secondSize);
        var level = BitOperations.TrailingZeroCount(firstSize);
        if (!BitOperations.IsPow2(firstSize))
        {
            path.Add(nodes(level, (firstSize - 1) >> level));
        }

        TreePath.AddSiblings(path, firstSize - 1, level, FrontierAt(secondSize), nodes);
        return path.DrainToImmutable();
    }

    /// <summary>The complete subtrees of the tree's edge within one kept level's eight, from smallest to largest.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> EdgeOf(ImmutableArray<TreeRow> rows, long size) => rows
        .Where(row => (size >> row.Level & 1) == 1)
        .Select(row => row[(size >> row.Level) - 1]);

    /// <summary>The nodes over one leaf and their siblings, each block of eight levels read when it is first asked for.</summary>
    private TreePath.NodeAt NodesOver(long index, long size)
    {
        var blocks = new Dictionary<int, ImmutableArray<TreeRow>>();
        return (level, place) =>
        {
            var (block, above) = Math.DivRem(level, StoredSubtree.LevelStep);
            if (!blocks.TryGetValue(block, out var rows))
            {
                blocks[block] = rows = Block(block * StoredSubtree.LevelStep, index, size);
            }

            return rows[above][place];
        };
    }

    /// <summary>The complete nodes, in the tree of the size, of a kept level and the seven above it under the one node of the
    /// next kept level that stands over a leaf.</summary>
    private ImmutableArray<TreeRow> Block(int level, long index, long size)
    {
        var first = (index >> level) & -StoredSubtree.Fanout;
        var count = (int)Math.Min(StoredSubtree.Fanout, (size >> level) - first);
        var row = Read(level, first, count);
        var rows = ImmutableArray.CreateBuilder<TreeRow>(StoredSubtree.LevelStep);
        for (var above = 0; above < StoredSubtree.LevelStep; above++)
        {
            rows.Add(row);
            row = row.Above();
        }

        return rows.MoveToImmutable();
    }

    private TreeRow Read(int level, long first, int count)
    {
        IReadOnlyList<ReadOnlyMemory<byte>> hashes = count == 0 ? [] : source(level, first, count);
        return hashes.Count == count && hashes.All(hash => hash.Length == TreeHash.Size)
            ? TreeRow.Of(level, first, hashes)
            : throw new InvalidOperationException("The store gave other hashes of the tree than were asked for.");
    }
}
