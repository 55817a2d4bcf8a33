using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Trail.Tree;

namespace Taushet.Core.Tests.Trail.Tree;

// INVARIANT: a proof that is not right is refused and never throws, whatever sizes, hashes and lengths it has.
public sealed class ProofCheckTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1_000);
    private static readonly DefinedTree Tree = DefinedTree.Of(600);

    [Fact]
    public void Inclusion_EveryIndexOfEverySizeTo130_HoldsAndForNoOtherIndex()
    {
        for (var size = 1; size <= 130; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var path = Tree.Path(index, size);
                for (var other = Math.Max(0, index - 4); other < Math.Min(size, index + 5); other++)
                {
                    Includes(other, size, Tree.Root(index, index + 1), path, Tree.Root(size)).ShouldBe(other == index);
                }
            }
        }
    }

    // An index below nought would, shifted, stay a right node for ever: the last leaf's path must not pass for it.
    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue + 7)]
    [InlineData(7 - (1L << 32))]
    [InlineData(7 + (1L << 32))]
    public void Inclusion_IndexThatIsNoPlace_IsRefused(long index) =>
        Includes(index, 8, Tree.Root(7, 8), Tree.Path(7, 8), Tree.Root(8)).ShouldBeFalse();

    [Fact]
    public void Inclusion_AnyFlippedBitOrHashTooManyOrTooFew_IsRefused() => ForAnyPair((random, index, size) =>
    {
        var path = Tree.Path(index, size);
        var leaf = Tree.Root(index, index + 1);
        var root = Tree.Root(size);

        Includes(index, size, leaf, path, root).ShouldBeTrue();
        Includes(index, size, leaf.Flipped(random.Next(256)), path, root).ShouldBeFalse();
        Includes(index, size, leaf, path, root.Flipped(random.Next(256))).ShouldBeFalse();
        Includes(index, size, leaf, [.. path, root], root).ShouldBeFalse();
        Includes(index, size, leaf, [leaf, .. path], root).ShouldBeFalse();
        Includes(index, size, leaf, [.. path.SkipLast(1)], root).ShouldBe(size == 1);
        if (size > 1)
        {
            path[random.Next(path.Count)] = path[random.Next(path.Count)].Flipped(random.Next(256));
            Includes(index, size, leaf, path, root).ShouldBeFalse();
        }
    });

    // A path of one size is that of another where both go the same way up: it is the checkpoint that fixes the size.
    [Fact]
    public void Inclusion_AnyOtherSizeIndexAndPath_HoldsJustWhenTheDefinitionSaysSo() => ForAnyPair((random, index, size) =>
    {
        var leaf = Tree.Root(index, index + 1);
        var path = Tree.Path(index, size);
        for (var n = 0; n < 20; n++)
        {
            var claimed = random.Next(4) == 0 ? FarTrees.AnySize(random) : random.Next(1, 600);
            var place = random.Next(2) == 0 ? index : random.NextInt64(claimed + 1);
            var defined = place < claimed
                ? DefinedTree.Upwards(place, claimed, leaf, path.ToArray())?.Hex() == Tree.Root(size).Hex()
                : false;
            Includes(place, claimed, leaf, path, Tree.Root(size)).ShouldBe(defined);
        }
    });

    [Fact]
    public void Consistency_AllPairsTo300_Hold()
    {
        for (var second = 0; second <= 300; second++)
        {
            for (var first = 0; first <= second; first++)
            {
                Consistent(first, Tree.Root(first), second, Tree.Root(second), Tree.Consistency(first, second)).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Consistency_OfATreeThatWasRewritten_IsRefusedWithEitherTreesProof() => ForAnyPair((random, changed, second) =>
    {
        var rewritten = DefinedTree.Of(600);
        rewritten.Set(changed, version: 1);
        var first = random.Next((int)changed + 1, (int)second + 1);

        Consistent(first, Tree.Root(first), second, rewritten.Root(second), rewritten.Consistency(first, second)).ShouldBeFalse();
        Consistent(first, Tree.Root(first), second, rewritten.Root(second), Tree.Consistency(first, second)).ShouldBeFalse();
    });

    [Fact]
    public void Consistency_AnyOtherSizesAndProof_HoldJustWhenTheDefinitionSaysSo() => ForAnyPair((random, less, second) =>
    {
        var first = less + 1;
        var proof = Tree.Consistency(first, second);
        for (var n = 0; n < 20; n++)
        {
            var claimed = random.Next(4) == 0 ? FarTrees.AnySize(random) + 1 : random.Next(1, 600);
            var part = random.Next(2) == 0 ? first : random.NextInt64(1, claimed + 1);
            var spoilt = random.Next(3) == 0 ? [.. proof.Select(hash => hash.Flipped(random.Next(256)))] : proof;
            var defined = part <= claimed
                && DefinedTree.BothUpwards(part, claimed, Tree.Root(first), spoilt.ToArray()) is { } roots
                && roots.First.Hex() == Tree.Root(first).Hex()
                && roots.Second.Hex() == Tree.Root(second).Hex();
            Consistent(part, Tree.Root(first), claimed, Tree.Root(second), spoilt).ShouldBe(defined);
        }
    });

    [Fact]
    public void Checks_AnyRubbish_AreFalseAndNeverThrow() => Check.One(Runs, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        List<ReadOnlyMemory<byte>> proof = [.. Enumerable.Range(0, random.Next(70)).Select(_ => Rubbish(random))];

        Includes(AnyNumber(random), AnyNumber(random), Rubbish(random), proof, Rubbish(random)).ShouldBeFalse();
        Consistent(AnyNumber(random) | 1, Rubbish(random), AnyNumber(random), Rubbish(random), proof).ShouldBeFalse();
    }));

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 5, true)]
    [InlineData(5, 0, false)]
    [InlineData(-1, 5, false)]
    [InlineData(0, -1, false)]
    public void Consistency_OfAnEmptyTree_HoldsWithEveryLaterOneWithoutProof(long first, long second, bool holds)
    {
        var (one, two) = (Tree.Root(Math.Max(first, 0)), Tree.Root(Math.Max(second, 0)));

        Consistent(first, one, second, two, []).ShouldBe(holds);
        Consistent(first, one, second, two, [one]).ShouldBeFalse();
        Consistent(first, one.Flipped(0), second, two, []).ShouldBeFalse();
    }

    private static void ForAnyPair(Action<Random, long, long> check) =>
        Check.One(Runs, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var size = random.Next(1, 600);
            check(random, random.Next(size), size);
        }));

    private static bool Includes(
        long index, long size, ReadOnlyMemory<byte> leaf, List<ReadOnlyMemory<byte>> proof, ReadOnlyMemory<byte> root) =>
        ProofCheck.Inclusion(index, size, leaf.Span, proof, root.Span);

    private static bool Consistent(
        long first, ReadOnlyMemory<byte> firstRoot, long second, ReadOnlyMemory<byte> secondRoot, List<ReadOnlyMemory<byte>> proof) =>
        ProofCheck.Consistency(first, firstRoot.Span, second, secondRoot.Span, proof);

    private static long AnyNumber(Random random) => random.Next(4) switch
    {
        0 => random.Next(-2, 9),
        1 => long.MaxValue - random.Next(3),
        2 => long.MinValue + random.Next(3),
        _ => random.NextInt64(long.MinValue, long.MaxValue),
    };

    private static ReadOnlyMemory<byte> Rubbish(Random random)
    {
        var bytes = new byte[random.Next(5) == 0 ? random.Next(70) : TreeHash.Size];
        random.NextBytes(bytes);
        return bytes;
    }
}
