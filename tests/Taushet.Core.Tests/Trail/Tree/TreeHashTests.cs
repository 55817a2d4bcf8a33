using System.Security.Cryptography;
using Taushet.Core.Trail.Tree;

namespace Taushet.Core.Tests.Trail.Tree;

public sealed class TreeHashTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2_048)]
    [InlineData(4_095)]
    [InlineData(4_096)]
    [InlineData(100_000)]
    public void Leaf_OfAnyLength_IsTheHashOfNoughtAndTheLeaf(int length)
    {
        var leaf = new byte[length];
        new Random(length).NextBytes(leaf);

        TreeHash.Leaf(leaf).ShouldBe(SHA256.HashData([0, .. leaf]));
    }

    // A leaf and an inner node never hash the same bytes.
    [Fact]
    public void Leaf_OfTwoHashes_IsNotTheNodeOverThem()
    {
        var left = TreeHash.Leaf([1]);
        var right = TreeHash.Leaf([2]);

        TreeHash.Node(left, right).ShouldBe(SHA256.HashData([1, .. left, .. right]));
        TreeHash.Leaf([.. left, .. right]).ShouldNotBe(TreeHash.Node(left, right));
    }

    [Fact]
    public void Node_IntoThePlaceOfOneOfThem_IsTheSame()
    {
        var left = TreeHash.Leaf([1]);
        var right = TreeHash.Leaf([2]);
        var node = TreeHash.Node(left, right);

        TreeHash.Node(left, right, left);
        left.ShouldBe(node);

        left = TreeHash.Leaf([1]);
        TreeHash.Node(left, right, right);
        right.ShouldBe(node);
    }

    [Theory]
    [InlineData(31, 32)]
    [InlineData(32, 33)]
    [InlineData(0, 32)]
    public void Node_OfOtherLengths_IsRefused(int left, int right) =>
        Should.Throw<ArgumentException>(() => TreeHash.Node(new byte[left], new byte[right]));
}
