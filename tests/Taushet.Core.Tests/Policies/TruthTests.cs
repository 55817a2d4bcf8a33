using Taushet.Core.Policies;

namespace Taushet.Core.Tests.Policies;

/// <summary>Kleene's tables, written out.</summary>
public sealed class TruthTests
{
    [Theory]
    [InlineData(Truth.False, Truth.False, Truth.False, Truth.False)]
    [InlineData(Truth.False, Truth.Unknown, Truth.False, Truth.Unknown)]
    [InlineData(Truth.False, Truth.True, Truth.False, Truth.True)]
    [InlineData(Truth.Unknown, Truth.Unknown, Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.Unknown, Truth.True, Truth.Unknown, Truth.True)]
    [InlineData(Truth.True, Truth.True, Truth.True, Truth.True)]
    public void AndOr_Kleene_Tables(Truth left, Truth right, Truth and, Truth or)
    {
        left.And(right).ShouldBe(and);
        right.And(left).ShouldBe(and);
        left.Or(right).ShouldBe(or);
        right.Or(left).ShouldBe(or);
    }

    [Theory]
    [InlineData(Truth.True, Truth.False)]
    [InlineData(Truth.False, Truth.True)]
    public void Not_KnownTruth_IsTheOther(Truth truth, Truth not) => truth.Not().ShouldBe(not);

    // Not Unknown is Unknown.
    [Fact]
    public void NotUnknown_IsUnknown() => Truth.Unknown.Not().ShouldBe(Truth.Unknown);
}
