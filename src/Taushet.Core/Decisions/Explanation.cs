using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>Why one cell has its outcome.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Extent">How much of the cell.</param>
/// <param name="DecidingRule">The earliest rule on the ladder, then by id; null only when no rule speaks of the cell.</param>
/// <param name="Citations">The deciding rule's citations first, then those of every rule that applied, without repeats.</param>
/// <param name="Obligations">What giver and receiver must do.</param>
/// <param name="Routes">What would open it.</param>
public sealed record Explanation(
    Cell Cell,
    Outcome Outcome,
    Extent Extent,
    Rule? DecidingRule,
    ImmutableArray<Citation> Citations,
    MemberSet<Obligation> Obligations,
    MemberSet<Route> Routes)
{
    /// <summary>The explanation of a given cell.</summary>
    public static Explanation Of(Decision decision, Cell cell)
    {
        var outcome = decision.OutcomeOf(cell);
        var byHand = decision.ByHand.Contains(cell);
        return Compose(
            decision,
            cell,
            outcome,
            rule => rule.Outcome == outcome || rule.Step == Step.Obligation || (byHand && rule.Step == Step.RoutingShield),
            byHand);
    }

    /// <summary>The public explanation of a cell that is not given.</summary>
    public static Explanation OfRefusal(Decision withoutFacts, Cell cell)
    {
        var outcome = withoutFacts.RoutedToHuman.Contains(cell) ? Outcome.RouteToHuman : Outcome.Withhold;
        return Compose(
            withoutFacts,
            cell,
            outcome,
            rule => rule.Outcome == outcome && rule.Step != Step.Obligation,
            byHand: false);
    }

    private static Explanation Compose(Decision decision, Cell cell, Outcome outcome, Func<Rule, bool> speaks, bool byHand)
    {
        Rule? deciding = null;
        var citations = ImmutableArray.CreateBuilder<Citation>();
        var routes = default(MemberSet<Route>);
        var obligations = default(MemberSet<Obligation>);
        foreach (var applied in decision.Applied)
        {
            if (!applied.Cells.Contains(cell))
            {
                continue;
            }

            routes |= outcome is Outcome.Withhold or Outcome.RouteToHuman ? applied.Rule.Routes : default;
            if (applied.Near || !speaks(applied.Rule))
            {
                continue;
            }

            deciding ??= applied.Rule;

            // A routing shield obliges only where it carries what is owed by hand.
            obligations |= byHand || applied.Rule.Step != Step.RoutingShield ? applied.Rule.Obligations : default;
            citations.AddRange(applied.Rule.Citations.Where(citation => !citations.Contains(citation)));
        }

        // What the law leaves to the holder is opened by asking the holder; the answer is the same for every child.
        var holderMay = outcome == Outcome.Withhold && decision.HolderMayGive.Contains(cell);
        routes |= holderMay ? MemberSet<Route>.Of(Route.AskHolder) : default;
        var extent = outcome == Outcome.Withhold ? Extent.All : decision.ExtentOf(cell);
        return new Explanation(cell, outcome, extent, deciding, citations.ToImmutable(), obligations, routes);
    }
}
