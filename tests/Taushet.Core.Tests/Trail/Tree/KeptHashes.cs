using Taushet.Core.Trail.Tree;

namespace Taushet.Core.Tests.Trail.Tree;

/// <summary>A store: the leaf hashes, and the subtrees that growth says to keep. Holds the reader to its contract.</summary>
internal sealed class KeptHashes
{
    private readonly Dictionary<(int Level, long Place), ReadOnlyMemory<byte>> rows = [];

    public int Reads { get; private set; }

    public IEnumerable<StoredSubtree> Subtrees => rows
        .Where(row => row.Key.Level > 0)
        .Select(row => new StoredSubtree(row.Key.Level, row.Key.Place, row.Value));

    public Frontier Frontier { get; private set; } = Frontier.Empty;

    public void Add(IReadOnlyList<ReadOnlyMemory<byte>> leaves)
    {
        var growth = TreeGrowth.Of(Frontier, leaves);
        for (var leaf = 0; leaf < leaves.Count; leaf++)
        {
            rows.Add((0, Frontier.Size + leaf), leaves[leaf]);
        }

        foreach (var subtree in growth.Completed)
        {
            rows.Add((subtree.Level, subtree.Place), subtree.Hash);
        }

        Frontier = growth.After;
    }

    public IReadOnlyList<ReadOnlyMemory<byte>> Read(int level, long first, int count)
    {
        count.ShouldBeInRange(1, 256);
        (level % 8).ShouldBe(0);
        Reads++;
        return [.. Enumerable.Range(0, count).Select(n => rows[(level, first + n)])];
    }
}
