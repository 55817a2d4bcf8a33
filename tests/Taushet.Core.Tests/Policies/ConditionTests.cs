using Taushet.Core.Policies;

namespace Taushet.Core.Tests.Policies;

/// <summary>Every node of the language in all three values.</summary>
public sealed class ConditionTests
{
    private static readonly Condition True = Condition.Always;
    private static readonly Condition False = new Condition.Any([]);
    private static readonly Condition Unknown = new Condition.In(FactSlot.Dead, [1]);

    [Fact]
    public void All_Parts_TheLeast()
    {
        Evaluate(new Condition.All([])).ShouldBe(Truth.True);
        Evaluate(new Condition.All([True, True])).ShouldBe(Truth.True);
        Evaluate(new Condition.All([True, Unknown])).ShouldBe(Truth.Unknown);
        Evaluate(new Condition.All([Unknown, False])).ShouldBe(Truth.False);
    }

    [Fact]
    public void Any_Parts_TheGreatest()
    {
        Evaluate(new Condition.Any([])).ShouldBe(Truth.False);
        Evaluate(new Condition.Any([False, False])).ShouldBe(Truth.False);
        Evaluate(new Condition.Any([False, Unknown])).ShouldBe(Truth.Unknown);
        Evaluate(new Condition.Any([Unknown, True])).ShouldBe(Truth.True);
    }

    [Fact]
    public void Not_Part_TheOtherOrUnknown()
    {
        Evaluate(new Condition.Not(True)).ShouldBe(Truth.False);
        Evaluate(new Condition.Not(False)).ShouldBe(Truth.True);
        Evaluate(new Condition.Not(Unknown)).ShouldBe(Truth.Unknown);
    }

    [Theory]
    [InlineData(2, Truth.True)]
    [InlineData(3, Truth.True)]
    [InlineData(1, Truth.False)]
    [InlineData(null, Truth.Unknown)]
    public void In_Fact_OneOfTheValues(int? value, Truth truth) =>
        Evaluate(new Condition.In(FactSlot.Grading, [2, 3]), FactSlot.Grading, value).ShouldBe(truth);

    [Theory]
    [InlineData(11, Truth.False)]
    [InlineData(12, Truth.True)]
    [InlineData(15, Truth.True)]
    [InlineData(16, Truth.False)]
    [InlineData(null, Truth.Unknown)]
    public void Between_Fact_BothBoundsIncluded(int? value, Truth truth) =>
        Evaluate(new Condition.Between(FactSlot.Age, 12, 15), FactSlot.Age, value).ShouldBe(truth);

    [Theory]
    [InlineData(0, Truth.True)]
    [InlineData(null, Truth.False)]
    public void IsKnown_Fact_NeverUnknown(int? value, Truth truth) =>
        Evaluate(new Condition.IsKnown(FactSlot.Age), FactSlot.Age, value).ShouldBe(truth);

    [Fact]
    public void Slots_OfTheVector_AreTheVocabulary() =>
        FactVector.Size.ShouldBe(Enum.GetValues<FactSlot>().Length);

    private static Truth Evaluate(Condition condition, FactSlot slot = FactSlot.Unborn, int? value = null)
    {
        var slots = new int[FactVector.Size];
        Array.Fill(slots, FactVector.Unknown);
        slots[(int)slot] = value ?? FactVector.Unknown;
        return condition.Evaluate(new FactVector(slots));
    }
}
