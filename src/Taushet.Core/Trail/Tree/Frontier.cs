using System.Collections.Immutable;
using System.Numerics;

namespace Taushet.Core.Trail.Tree;

/// <summary>The right edge of a tree: all that is needed to go on growing it. Immutable.</summary>
/// <remarks>A tree of n leaves is a row of complete subtrees, one for each bit that is set in n, the largest to the left.</remarks>
public sealed class Frontier
{
    /// <summary>How many levels the largest tree has: sizes are below 2^63.</summary>
    internal const int Levels = 63;

    // For each level the root over the last Size mod 2^level leaves; empty where there are none.
    private readonly ReadOnlyMemory<byte>[] remainders = new ReadOnlyMemory<byte>[Levels + 1];

    private Frontier(long size, ImmutableArray<ReadOnlyMemory<byte>> subtrees)
    {
        Size = size;
        Subtrees = subtrees;
        for (var level = 0; level < Levels; level++)
        {
            var right = remainders[level];
            remainders[level + 1] =
                !Has(level) ? right
                : right.IsEmpty ? At(level)
                : TreeHash.Node(At(level).Span, right.Span);
        }
    }

    /// <summary>The frontier of a tree without leaves.</summary>
    public static Frontier Empty { get; } = new(0, []);

    /// <summary>The number of leaves.</summary>
    public long Size { get; }

    /// <summary>The roots of the complete subtrees from largest to smallest, 32 bytes each: as many as bits are set in
    /// <see cref="Size"/>.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Subtrees { get; }

    /// <summary>Makes a frontier of what was kept of one.</summary>
    /// <param name="size">The number of leaves.</param>
    /// <param name="subtrees">The roots of the complete subtrees from largest to smallest; copied.</param>
    /// <exception cref="ArgumentException">The size is negative, there are not as many roots as the size has bits set, or
    /// one of them is not 32 bytes.</exception>
    public static Frontier Of(long size, IEnumerable<ReadOnlyMemory<byte>> subtrees)
    {
        ImmutableArray<ReadOnlyMemory<byte>> roots = [.. subtrees.Select(root => (ReadOnlyMemory<byte>)root.ToArray())];
        if (size < 0 || roots.Length != BitOperations.PopCount((ulong)size))
        {
            throw new ArgumentException("A frontier has one subtree for each bit that is set in its size.", nameof(subtrees));
        }

        return roots.All(root => root.Length == TreeHash.Size)
            ? new Frontier(size, roots)
            : throw new ArgumentException("A hash is 32 bytes.", nameof(subtrees));
    }

    /// <summary>The root hash of the tree, 32 bytes.</summary>
    public ReadOnlyMemory<byte> Root() => Size == 0 ? TreeHash.Empty : remainders[Levels];

    /// <summary>Whether a complete subtree of 2^level leaves stands in the frontier.</summary>
    internal bool Has(int level) => (Size >> level & 1) == 1;

    /// <summary>The root of the complete subtree of 2^level leaves; there must be one.</summary>
    internal ReadOnlyMemory<byte> At(int level) =>
        Subtrees[^(1 + BitOperations.PopCount((ulong)(Size & ((1L << level) - 1))))];

    /// <summary>The root over the last <c>Size mod 2^level</c> leaves; empty when there are none.</summary>
    internal ReadOnlyMemory<byte> Remainder(int level) => remainders[level];
}
