using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>Why one cell has its outcome.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Extent">How much of the cell.</param>
/// <param name="DecidingRule">Of a given cell the earliest rule on the ladder, then by id; of a refused one the holder's base.
/// Null only when no rule speaks of the cell.</param>
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
        var parts = new Parts(cell, outcome, byHand);
        foreach (var applied in decision.Applied)
        {
            var carries = byHand && applied.Rule.Step == Step.RoutingShield;
            parts.Add(applied, applied.Rule.Outcome == outcome || applied.Rule.Step == Step.Obligation || carries);
        }

        return parts.Close(decision);
    }

    /// <summary>
    /// The public explanation of a cell that is not given: silence is the default, so the holder's base of confidentiality
    /// stands first, then why what was asserted does not suffice, then the shields on this very cell.
    /// </summary>
    public static Explanation OfRefusal(Decision withoutFacts, Cell cell)
    {
        var outcome = withoutFacts.RoutedToHuman.Contains(cell) ? Outcome.RouteToHuman : Outcome.Withhold;
        var parts = new Parts(cell, outcome, byHand: false, asRefusal: true);
        foreach (var applied in withoutFacts.Applied)
        {
            if (applied.Rule.Step is Step.Base or Step.Notice)
            {
                parts.Add(applied, applied.Rule.Outcome == outcome);
            }
        }

        foreach (var applied in withoutFacts.Applied)
        {
            // A blanket shield hangs on the child alone: it tells nothing of what was asked.
            if (applied.Rule.Step is not (Step.Base or Step.Notice) && !applied.Rule.IsBlanketShield)
            {
                parts.Add(applied, applied.Rule.Outcome == outcome && applied.Rule.Step != Step.Obligation);
            }
        }

        return parts.Close(withoutFacts);
    }

    private ref struct Parts(Cell cell, Outcome outcome, bool byHand, bool asRefusal = false)
    {
        private readonly ImmutableArray<Citation>.Builder citations = ImmutableArray.CreateBuilder<Citation>();
        private readonly bool refused = outcome is Outcome.Withhold or Outcome.RouteToHuman;
        private Rule? deciding;
        private MemberSet<Obligation> obligations;
        private MemberSet<Route> routes;

        public void Add(AppliedRule applied, bool speaks)
        {
            if (!applied.Cells.Contains(cell))
            {
                return;
            }

            routes |= refused ? applied.Rule.Routes : default;
            if (applied.Near || !speaks)
            {
                return;
            }

            deciding ??= applied.Rule;

            // A routing shield obliges only where it carries what is owed by hand.
            obligations |= byHand || applied.Rule.Step != Step.RoutingShield ? applied.Rule.Obligations : default;
            foreach (var citation in applied.Rule.Citations)
            {
                if (!citations.Contains(citation))
                {
                    citations.Add(citation);
                }
            }
        }

        public readonly Explanation Close(Decision decision)
        {
            // What the law leaves to the holder is opened by asking the holder; the answer is the same for every child.
            var holderMay = outcome == Outcome.Withhold
                && (decision.HolderMayGive.Contains(cell) || (asRefusal && decision.LeftToHolder.Contains(cell)));
            var open = routes | (holderMay ? MemberSet<Route>.Of(Route.AskHolder) : default);
            var owed = Decisions.Obligations.Reconciled(obligations, decision.Obligations);
            var extent = outcome == Outcome.Withhold ? Extent.All : decision.ExtentOf(cell);
            return new Explanation(cell, outcome, extent, deciding, citations.ToImmutable(), owed, open);
        }
    }
}
