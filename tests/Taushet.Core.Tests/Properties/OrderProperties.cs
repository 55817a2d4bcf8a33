using FsCheck.Fluent;
using Taushet.Core.Decisions;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Properties;

/// <summary>A decision is a function: of rules as a set, and of nothing else.</summary>
public sealed class OrderProperties
{
    [Fact]
    public void OrderOfRulesDoesNotMatter() => AnyWorld.HoldsWith(
        Gen.Shuffle(Enumerable.Range(0, 64).ToArray()),
        (world, order) =>
        {
            var positions = world.Rules.Select((rule, n) => (Rule: rule, Place: order[n]));
            var shuffled = world.With(positions.OrderBy(pair => pair.Place).Select(pair => pair.Rule));
            return Told.Of(shuffled.Decide()) == Told.Of(world.Decide());
        });

    [Fact]
    public void DecisionIsTheSameTwice() => AnyWorld.Holds(world =>
    {
        var law = world.Law;
        var first = Told.Of(Decider.Decide(world.Request, world.Facts, law));
        _ = Decider.Decide(Asks.Pull(Cell.Address), Children.Known, law);
        return first == Told.Of(Decider.Decide(world.Request, world.Facts, law));
    });

    [Fact]
    public void EveryCellHasExactlyOneOutcome() => AnyWorld.Holds(world =>
    {
        var decision = world.Decide();
        var decided = decision.HolderMayGive & decision.HolderDecided;
        return Codes<Cell>.Members.All(cell =>
        {
            var outcomes = new[] { decision.Must, decision.MayOnRequest, decided, decision.RoutedToHuman }
                .Count(set => set.Contains(cell));
            var released = decision.OutcomeOf(cell) is Outcome.Must or Outcome.MayOnRequest or Outcome.MayByHolder
                && !decision.ByHand.Contains(cell);
            return outcomes == (decision.OutcomeOf(cell) == Outcome.Withhold ? 0 : 1)
                && released == decision.Released.Contains(cell);
        });
    });

    [Fact]
    public void EveryGivenCellHasItsLaw() => AnyWorld.Holds(world =>
    {
        var decision = world.Decide();
        return (decision.Released | decision.ByHand | decision.RoutedToHuman).ToList().All(cell =>
            Explanation.Of(decision, cell) is { DecidingRule: { } rule } why
            && rule.Outcome == why.Outcome
            && why.Citations[0] == rule.Citations[0]);
    });
}
