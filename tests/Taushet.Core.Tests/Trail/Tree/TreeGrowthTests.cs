using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Trail.Tree;

namespace Taushet.Core.Tests.Trail.Tree;

public sealed class TreeGrowthTests
{
    private static readonly DefinedTree Defined = DefinedTree.Of(2_000);

    [Fact]
    public void Of_AnySplittingIntoBatches_GivesTheDefinedRootEachTime() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(
            Gen.ListOf(Gen.Choose(0, 90)).ToArbitrary(),
            batches =>
            {
                var frontier = Frontier.Empty;
                foreach (var batch in batches.Take(20))
                {
                    var growth = TreeGrowth.Of(frontier, Leaves(frontier.Size, batch));
                    growth.After.Size.ShouldBe(frontier.Size + batch);
                    growth.Root.Hex().ShouldBe(Defined.Root(growth.After.Size).Hex());
                    growth.After.Root().Hex().ShouldBe(growth.Root.Hex());
                    frontier = growth.After;
                }
            }));

    [Fact]
    public void InclusionProof_EveryLeafOfEveryBatch_IsTheDefinedPath()
    {
        for (var before = 0; before <= 26; before++)
        {
            for (var batch = 0; batch <= 26; batch++)
            {
                var growth = TreeGrowth.Of(Grown(before), Leaves(before, batch));
                for (var index = before; index < before + batch; index++)
                {
                    growth.InclusionProof(index).Hex().ShouldBe(Defined.Path(index, before + batch).Hex());
                }
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 256)]
    [InlineData(250, 12)]
    [InlineData(255, 2)]
    [InlineData(256, 256)]
    [InlineData(1_023, 900)]
    public void InclusionProof_LargerBatches_IsTheDefinedPath(int before, int batch)
    {
        var growth = TreeGrowth.Of(Grown(before), Leaves(before, batch));

        for (var index = before; index < before + batch; index++)
        {
            growth.InclusionProof(index).Hex().ShouldBe(Defined.Path(index, before + batch).Hex());
        }
    }

    [Fact]
    public void Completed_ByAnySplitting_IsEverySubtreeOf256LeavesOnce() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll(
            Gen.ArrayOf(Gen.Choose(1, 700)).ToArbitrary(),
            batches =>
            {
                var kept = new KeptHashes();
                foreach (var batch in batches.TakeWhile(batch => kept.Frontier.Size + batch <= 2_000))
                {
                    kept.Add(Leaves(kept.Frontier.Size, batch));
                }

                kept.Subtrees.Select(subtree => (subtree.Level, subtree.Place, subtree.Hash.Hex())).ShouldBe(
                    Enumerable.Range(0, (int)(kept.Frontier.Size / 256))
                        .Select(place => (8, (long)place, Defined.Root(place * 256L, (place + 1) * 256L).Hex())));
            }));

    [Fact]
    public void Completed_AtTheEndOf65536Leaves_NamesBothLevelsInOrder()
    {
        var tree = new DefinedTree();
        var growth = TreeGrowth.Of(FarTrees.FrontierAt(tree, 65_535), [tree.Root(65_535, 65_536)]);

        growth.Completed.Select(subtree => (subtree.Level, subtree.Place, subtree.Hash.Hex())).ShouldBe(
        [
            (8, 255L, tree.Root(65_280, 65_536).Hex()),
            (16, 0L, tree.Root(65_536).Hex()),
        ]);
    }

    [Fact]
    public void Of_ATreeOfAnySize_GivesTheDefinedRootAndPaths() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var before = FarTrees.AnySize(random);
            var batch = random.Next(1, 300);
            var tree = FarTrees.Around(before, batch, random);

            var growth = TreeGrowth.Of(
                FarTrees.FrontierAt(tree, before),
                [.. Enumerable.Range(0, batch).Select(n => tree.Root(before + n, before + n + 1))]);

            growth.Root.Hex().ShouldBe(tree.Root(before + batch).Hex());
            var index = before + random.Next(batch);
            growth.InclusionProof(index).Hex().ShouldBe(tree.Path(index, before + batch).Hex());
        }));

    [Fact]
    public void InclusionProof_OfALeafBeforeTheBatchOrAfterIt_IsRefused()
    {
        var growth = TreeGrowth.Of(Grown(5), Leaves(5, 3));

        Should.Throw<ArgumentOutOfRangeException>(() => growth.InclusionProof(4));
        Should.Throw<ArgumentOutOfRangeException>(() => growth.InclusionProof(8));
        Should.Throw<ArgumentOutOfRangeException>(() => growth.InclusionProof(-1));
    }

    [Fact]
    public void Of_AHashOfAnotherLength_IsRefused() =>
        Should.Throw<ArgumentException>(() => TreeGrowth.Of(Frontier.Empty, [new byte[31]]));

    [Fact]
    public void Of_LeavesThatAreChangedAfterwards_KeepsWhatItWasGiven()
    {
        var leaf = Defined.Root(0, 1).ToArray();
        var growth = TreeGrowth.Of(Frontier.Empty, [leaf, leaf]);
        var root = growth.Root.Hex();

        leaf[0] ^= 1;

        growth.InclusionProof(0)[0].Hex().ShouldBe(Defined.Root(0, 1).Hex());
        growth.After.Root().Hex().ShouldBe(root);
    }

    private static Frontier Grown(int size) => TreeGrowth.Of(Frontier.Empty, Leaves(0, size)).After;

    private static ReadOnlyMemory<byte>[] Leaves(long first, int count) =>
        [.. Enumerable.Range(0, count).Select(n => Defined.Root(first + n, first + n + 1))];
}
