using Taushet.Core.Explaining;
using Taushet.Core.Policies;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Properties;

/// <summary>The full explanation tells what happened: it agrees with the decision on every rule and cell.</summary>
public sealed class ExplainProperties
{
    // INVARIANT: a rule that the full explanation finds nothing lacking in gives the cell.
    [Fact]
    public void RuleThatFellShort_IsToldExactlyWhereItDidNotGive() => AnyWorld.Holds(world =>
    {
        var explained = Explainer.Explain(world.Request, world.Facts, world.Law);
        var decision = explained.Verdict.WithFacts;
        return explained.Cells.Where(cell => cell.Told.Outcome is Outcome.Withhold or Outcome.RouteToHuman).All(cell =>
            world.Rules.Where(rule => Names(rule, cell.Told.Cell)).All(rule =>
            {
                var near = cell.Near.SingleOrDefault(near => near.Rule.Id == rule.Id);
                var lacks = near?.Shortfalls.Where(lack => !ComesAfter(lack, rule)).Any() ?? false;
                var gave = decision.Applied.Any(applied =>
                    !applied.Near && applied.Rule.Id == rule.Id && applied.Cells.Contains(cell.Told.Cell));
                return gave == !lacks;
            }));
    });

    [Fact]
    public void Cells_OfTheExplanation_AreThoseOfTheDecision() => AnyWorld.Holds(world =>
    {
        var explained = Explainer.Explain(world.Request, world.Facts, world.Law);
        var told = CellSet.Of([.. explained.Cells.Select(cell => cell.Told.Cell)]);
        return told == (explained.Verdict.WithFacts.Asked | explained.Verdict.WithoutFacts.Asked)
            && explained.Cells.All(cell => cell.Told.Outcome == explained.Verdict.WithFacts.OutcomeOf(cell.Told.Cell));
    });

    [Fact]
    public void Near_AreOrderedByWhatTheyLack() => AnyWorld.Holds(world =>
        Explainer.Explain(world.Request, world.Facts, world.Law).Cells.All(cell =>
            cell.Near.Select(near => near.Shortfalls.Length).SequenceEqual(cell.Near.Select(near => near.Shortfalls.Length).Order())));

    private static bool Names(Rule rule, Cell cell) =>
        rule.Step is Step.Duty or Step.Opening or Step.Consent or Step.Anonymised && (rule.Cells | rule.Relevant).Contains(cell);

    // What takes away what a rule has opened: the holder that has not decided, and danger towards private receivers.
    private static bool ComesAfter(Shortfall lack, Rule rule) =>
        lack is Shortfall.HolderHasNotDecided
        || (lack is Shortfall.Closed closed && (closed.Closes.Step == Step.Endangerment || rule.Step == Step.Duty));
}
