using Taushet.Core.Trail.Tree;

namespace Taushet.Core.Tests.Trail.Tree;

/// <summary>Trees of sizes no test could fill.</summary>
internal static class FarTrees
{
    /// <summary>A size of any magnitude up to 2^61, often beside a power of two.</summary>
    public static long AnySize(Random random)
    {
        var power = 1L << random.Next(61);
        return random.Next(3) == 0 ? Math.Max(0, power + random.Next(-3, 4)) : random.NextInt64(power, 2 * power);
    }

    /// <summary>A tree whose leaves are unlike each other around one place, and here and there before it.</summary>
    public static DefinedTree Around(long place, int count, Random random)
    {
        var tree = new DefinedTree();
        for (var near = Math.Max(0, place - 20); near < place + count; near++)
        {
            tree.Set(near);
        }

        for (var far = 0; far < 40; far++)
        {
            tree.Set(random.NextInt64(place + count));
        }

        return tree;
    }

    public static Frontier FrontierAt(DefinedTree tree, long size) => Frontier.Of(size, Subtrees(tree, size));

    /// <summary>What a store would keep of the tree.</summary>
    public static SubtreeSource Store(DefinedTree tree, long size) => (level, first, count) =>
    {
        count.ShouldBeInRange(1, 256);
        (level % 8).ShouldBe(0);
        (first + count).ShouldBeLessThanOrEqualTo(size >> level);
        return [.. Enumerable.Range(0, count).Select(n => tree.Root((first + n) << level, (first + n + 1) << level))];
    };

    private static IEnumerable<ReadOnlyMemory<byte>> Subtrees(DefinedTree tree, long size)
    {
        var start = 0L;
        for (var level = 62; level >= 0; level--)
        {
            if ((size >> level & 1) == 1)
            {
                yield return tree.Root(start, start + (1L << level));
                start += 1L << level;
            }
        }
    }
}
