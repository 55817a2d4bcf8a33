using System.Collections.Immutable;

namespace Taushet.Core.Trail.Tree;

/// <summary>What one batch of leaves does to a tree: the tree after it, and the proof of every new leaf.</summary>
/// <remarks>
/// Hashes each new inner node once, whatever the number of proofs; a proof then only picks. Immutable: any number of threads
/// may take proofs.
/// </remarks>
public sealed class TreeGrowth
{
    private readonly long first;
    private readonly ImmutableArray<TreeRow> rows;

    private TreeGrowth(long first, ImmutableArray<TreeRow> rows, Frontier after)
    {
        this.first = first;
        this.rows = rows;
        After = after;
        Root = after.Root();
        Completed = CompletedIn(rows, first);
    }

    /// <summary>The frontier after the batch.</summary>
    public Frontier After { get; }

    /// <summary>The root hash after the batch, 32 bytes.</summary>
    public ReadOnlyMemory<byte> Root { get; }

    /// <summary>The subtrees of levels 8, 16, 24 ... that this batch completed, by level and place.</summary>
    public ImmutableArray<StoredSubtree> Completed { get; }

    /// <summary>Adds a batch to a tree.</summary>
    /// <param name="before">The tree's frontier before.</param>
    /// <param name="leafHashes">The hashes of the new leaves in order, 32 bytes each; may be none. Copied.</param>
    /// <exception cref="ArgumentException">A hash is not 32 bytes.</exception>
    public static TreeGrowth Of(Frontier before, IReadOnlyList<ReadOnlyMemory<byte>> leafHashes)
    {
        var size = checked(before.Size + leafHashes.Count);
        var grown = ImmutableArray.CreateBuilder<TreeRow>();
        var row = TreeRow.Of(0, before.Size, leafHashes);
        for (var level = 0; size >> level > 0; level++)
        {
            // A row begins at a left node, so that every sibling of a new node stands in it.
            row = before.Has(level) ? row.After(before.At(level)) : row;
            grown.Add(row);
            row = row.Above();
        }

        var after = Enumerable.Range(0, grown.Count)
            .Reverse()
            .Where(level => (size >> level & 1) == 1)
            .Select(level => grown[level][(size >> level) - 1]);
        return new TreeGrowth(before.Size, grown.ToImmutable(), Frontier.Of(size, after));
    }

    /// <summary>The inclusion proof of a leaf of this batch in the tree after it, from the leaf's sibling upwards.</summary>
    /// <param name="index">The leaf's place in the log.</param>
    /// <exception cref="ArgumentOutOfRangeException">The leaf is not of this batch.</exception>
    public ImmutableArray<ReadOnlyMemory<byte>> InclusionProof(long index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(index, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, After.Size);
        var path = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>(rows.Length);
        TreePath.AddSiblings(path, index, 0, After, (level, place) => rows[level][place]);
        return path.DrainToImmutable();
    }

    private static ImmutableArray<StoredSubtree> CompletedIn(ImmutableArray<TreeRow> rows, long first)
    {
        var completed = ImmutableArray.CreateBuilder<StoredSubtree>();
        for (var level = StoredSubtree.LevelStep; level < rows.Length; level += StoredSubtree.LevelStep)
        {
            for (var place = first >> level; place < rows[level].End; place++)
            {
                completed.Add(new StoredSubtree(level, place, rows[level][place]));
            }
        }

        return completed.DrainToImmutable();
    }
}
