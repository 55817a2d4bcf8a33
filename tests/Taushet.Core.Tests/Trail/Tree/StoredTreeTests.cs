using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Trail.Tree;

namespace Taushet.Core.Tests.Trail.Tree;

public sealed class StoredTreeTests
{
    private const int Filled = 1_300;

    private static readonly DefinedTree Defined = DefinedTree.Of(Filled);

    private static readonly long[] Sizes = [1, 2, 3, 7, 8, 100, 127, 128, 129, 254, 255, 256, 257, 258, 299, 300, 511, 512, 513, 1_024, 1_300];

    private readonly KeptHashes kept = new();
    private readonly StoredTree tree;

    public StoredTreeTests()
    {
        kept.Add([.. Enumerable.Range(0, Filled).Select(n => Defined.Root(n, n + 1))]);
        tree = new StoredTree(kept.Read);
    }

    [Fact]
    public void Root_AtEverySizeThereWas_IsTheDefinedOne()
    {
        for (var size = 0; size <= Filled; size++)
        {
            tree.Root(size).Hex().ShouldBe(Defined.Root(size).Hex());
            tree.FrontierAt(size).Size.ShouldBe(size);
        }
    }

    [Fact]
    public void FrontierAt_AnySize_GrowsOnToTheDefinedRoot()
    {
        foreach (var size in Sizes)
        {
            var growth = TreeGrowth.Of(tree.FrontierAt(size), [Defined.Root(0, 1)]);
            growth.Root.Hex().ShouldBe(Grown(size, Defined.Root(0, 1)).Hex());
        }
    }

    [Fact]
    public void InclusionProof_EveryIndex_IsTheDefinedPath()
    {
        foreach (var size in Sizes)
        {
            for (var index = 0; index < size; index += size > 300 ? 17 : 1)
            {
                tree.InclusionProof(index, size).Hex().ShouldBe(Defined.Path(index, size).Hex());
            }
        }
    }

    [Fact]
    public void ConsistencyProof_EveryPair_IsTheDefinedProofAndChecks()
    {
        foreach (var second in Sizes)
        {
            for (var first = 0; first <= second; first += second > 300 ? 13 : 1)
            {
                var proof = tree.ConsistencyProof(first, second);
                proof.Hex().ShouldBe(Defined.Consistency(first, second).Hex());
                ProofCheck.Consistency(first, Defined.Root(first).Span, second, Defined.Root(second).Span, proof).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Proofs_OfATreeOfAnySize_AreTheDefinedOnes() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var size = FarTrees.AnySize(random) + 1;
            var earlier = random.NextInt64(size + 1);
            var index = random.NextInt64(size);
            var far = FarTrees.Around(Math.Min(earlier, index), 1, random);
            var stored = new StoredTree(FarTrees.Store(far, size));

            stored.Root(size).Hex().ShouldBe(far.Root(size).Hex());
            stored.InclusionProof(index, size).Hex().ShouldBe(far.Path(index, size).Hex());
            stored.ConsistencyProof(earlier, size).Hex().ShouldBe(far.Consistency(earlier, size).Hex());
        }));

    [Fact]
    public void InclusionProof_OfATreeOf1300_ReadsAtMostTwoRunsForEightLevels()
    {
        tree.InclusionProof(700, Filled);

        kept.Reads.ShouldBeInRange(1, 4);
    }

    [Fact]
    public void Members_SizesAndIndexesThatCannotBe_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Root(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => tree.InclusionProof(-1, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => tree.InclusionProof(5, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => tree.ConsistencyProof(-1, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => tree.ConsistencyProof(6, 5));
    }

    [Fact]
    public void Members_AStoreThatGivesTooFewOrOtherHashes_Throw()
    {
        Should.Throw<InvalidOperationException>(() => new StoredTree((_, _, count) => new ReadOnlyMemory<byte>[count - 1]).Root(3));
        Should.Throw<InvalidOperationException>(() => new StoredTree((_, _, count) => new ReadOnlyMemory<byte>[count]).Root(3));
    }

    private static ReadOnlyMemory<byte> Grown(long size, ReadOnlyMemory<byte> leaf)
    {
        ReadOnlyMemory<byte>[] leaves = [.. Enumerable.Range(0, (int)size).Select(n => Defined.Root(n, n + 1)), leaf];
        return MerkleTreeHash(leaves);
    }

    private static ReadOnlyMemory<byte> MerkleTreeHash(ReadOnlySpan<ReadOnlyMemory<byte>> leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var k = 1;
        while (2 * k < leaves.Length)
        {
            k *= 2;
        }

        return DefinedTree.Node(MerkleTreeHash(leaves[..k]), MerkleTreeHash(leaves[k..]));
    }
}
