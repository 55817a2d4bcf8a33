using Taushet.Core.Trail.Tree;

namespace Taushet.Core.Tests.Trail.Tree;

public sealed class FrontierTests
{
    [Fact]
    public void Of_WhatWasKept_IsTheSameTree()
    {
        var tree = DefinedTree.Of(13);
        var frontier = FarTrees.FrontierAt(tree, 13);

        var again = Frontier.Of(frontier.Size, frontier.Subtrees);

        again.Root().Hex().ShouldBe(tree.Root(13).Hex());
        again.Subtrees.Hex().ShouldBe([tree.Root(0, 8).Hex(), tree.Root(8, 12).Hex(), tree.Root(12, 13).Hex()]);
    }

    [Fact]
    public void Empty_HasTheHashOfNothing()
    {
        Frontier.Empty.Root().Hex().ShouldBe(new DefinedTree().Root(0).Hex());
        Frontier.Of(0, []).Root().Hex().ShouldBe(Frontier.Empty.Root().Hex());
    }

    [Theory]
    [InlineData(-1, 0, 32)]
    [InlineData(0, 1, 32)]
    [InlineData(1, 0, 32)]
    [InlineData(3, 1, 32)]
    [InlineData(4, 2, 32)]
    [InlineData(3, 2, 31)]
    [InlineData(3, 2, 33)]
    [InlineData(long.MinValue, 1, 32)]
    public void Of_SubtreesThatAreNotThoseOfTheSize_IsRefused(long size, int count, int length) =>
        Should.Throw<ArgumentException>(() =>
            Frontier.Of(size, Enumerable.Repeat<ReadOnlyMemory<byte>>(new byte[length], count)));
}
