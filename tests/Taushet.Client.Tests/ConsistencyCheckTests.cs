using System.Collections.Immutable;
using Taushet.Core.Trail.Notes;
using Taushet.Core.Trail.Tree;

namespace Taushet.Client.Tests;

public sealed class ConsistencyCheckTests
{
    private readonly KnownLog log = new();
    private readonly StoredTree tree = new((level, first, count) => level == 0
        ? KnownLog.Leaves((int)first, count)
        : throw new ArgumentOutOfRangeException(nameof(level)));

    [Fact]
    public void Check_TwoSizesOfALogWithItsProof_IsConsistent()
    {
        foreach (var (earlier, later) in ((int, int)[])[(0, 0), (0, 9), (1, 9), (8, 9), (9, 9), (100, 200), (254, 255)])
        {
            ConsistencyCheck.Check(At(earlier), At(later), tree.ConsistencyProof(earlier, later)).ShouldBe(ConsistencyVerdict.Consistent);
        }
    }

    [Fact]
    public void Check_ALogThatWasRewritten_IsNotShown()
    {
        var rewritten = log.Stated(TreeGrowth.Of(Frontier.Empty, KnownLog.Leaves(1, 200)).After);

        ConsistencyCheck.Check(At(100), rewritten, tree.ConsistencyProof(100, 200)).ShouldBe(ConsistencyVerdict.NotShown);
        ConsistencyCheck.Check(At(100), rewritten, ImmutableArray<ReadOnlyMemory<byte>>.Empty).ShouldBe(ConsistencyVerdict.NotShown);
    }

    [Fact]
    public void Check_TwoTreesOfOneSize_IsAFork()
    {
        var other = log.Stated(TreeGrowth.Of(Frontier.Empty, KnownLog.Leaves(1, 200)).After);

        ConsistencyCheck.Check(At(200), other, []).ShouldBe(ConsistencyVerdict.Forked);
    }

    [Fact]
    public void Check_CheckpointsOfTwoLogsOrInTheWrongOrder_SayNothing()
    {
        var elsewhere = new KnownLog { Id = Guid.Empty };
        var later = elsewhere.Stated(tree.FrontierAt(200));

        ConsistencyCheck.Check(At(100), later, tree.ConsistencyProof(100, 200)).ShouldBe(ConsistencyVerdict.OtherLog);
        ConsistencyCheck.Check(At(200), At(100), tree.ConsistencyProof(100, 200)).ShouldBe(ConsistencyVerdict.EarlierIsLarger);
    }

    private Checkpoint At(long size) => log.Stated(tree.FrontierAt(size));
}
