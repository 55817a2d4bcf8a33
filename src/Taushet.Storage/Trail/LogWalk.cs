using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>One pass over a log's leaves: the tree so far, and what was found wrong on the way.</summary>
/// <remarks>Holds some thousand leaves and the tree's edge, however long the log is.</remarks>
internal sealed class LogWalk(DefectList defects, IReadOnlyList<StoredSubtree> stored)
{
    private const int FoldAt = 4096;

    private readonly Dictionary<(int Level, long Place), ReadOnlyMemory<byte>> subtrees =
        stored.ToDictionary(one => (one.Level, one.Place), one => one.Hash);

    private readonly List<ReadOnlyMemory<byte>> leaves = [];
    private Frontier frontier = Frontier.Empty;
    private bool gap;

    /// <summary>How many entries were taken.</summary>
    public long Entries { get; private set; }

    /// <summary>The index after the last entry that was taken.</summary>
    public long Next { get; private set; }

    public void Take(DerivedLeaf leaf)
    {
        if (leaf.Index > Next)
        {
            Miss(leaf.Index);
        }

        Entries++;
        Next = leaf.Index + 1;
        if (leaf.State == LeafState.Unreadable)
        {
            defects.Add(new LogDefect(LogDefectKind.EntryUnreadable, leaf.Index) { Entry = leaf.Entry });
        }

        // After a gap nobody can tell the tree, and nothing needs to be kept for it.
        if (!gap)
        {
            leaves.Add(leaf.Hash);
            FoldIf(leaves.Count >= FoldAt);
        }
    }

    /// <summary>The root over the first entries, when they have all been taken and no more; null when it cannot be told.</summary>
    public ReadOnlyMemory<byte>? RootAt(long size)
    {
        FoldIf(leaves.Count > 0);
        return !gap && Next == size ? frontier.Root() : null;
    }

    /// <summary>Tells of entries that are missing at the end.</summary>
    public void EndAt(long size)
    {
        if (Next < size)
        {
            Miss(size);
        }
    }

    private void Miss(long before)
    {
        FoldIf(leaves.Count > 0);
        gap = true;
        defects.Add(new LogDefect(LogDefectKind.EntryMissing, Next) { Other = before - 1 });
        Next = before;
    }

    private void FoldIf(bool due)
    {
        if (!due)
        {
            return;
        }

        var growth = TreeGrowth.Of(frontier, leaves);
        frontier = growth.After;
        leaves.Clear();

        // A log from before subtrees were kept gets them when it is next written.
        foreach (var subtree in subtrees.Count == 0 ? [] : growth.Completed)
        {
            if (!subtrees.Remove((subtree.Level, subtree.Place), out var hash) || !hash.Span.SequenceEqual(subtree.Hash.Span))
            {
                defects.Add(new LogDefect(LogDefectKind.SubtreeDiffers, subtree.Place << subtree.Level) { Other = subtree.Level });
            }
        }
    }
}
