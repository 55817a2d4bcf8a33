using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Spec;

/// <summary>The deciding rule, the citations and the obligations of a cell, from the rules that spoke of it.</summary>
internal sealed record SpecExplanation(Rule? Deciding, ImmutableArray<Citation> Citations, ImmutableHashSet<Obligation> Obligations)
{
    /// <summary>Of a given cell: the rules with its outcome, the shields that carry it by hand, and the obligations.</summary>
    public static SpecExplanation OfGiven(SpecCell cell, SpecDecision decision) => From(
        cell.Spoken.Where(rule => rule.Outcome == cell.Outcome
            || rule.Step == Step.Obligation
            || (cell.ByHand && rule.Step == Step.RoutingShield)),
        _ => true,
        decision);

    /// <summary>
    /// Of a cell that is not given, from the decision without facts: the holder's base first, then why what was asserted falls
    /// short, then the shields on this cell; never a shield on everything, which hangs on the child alone.
    /// </summary>
    public static SpecExplanation OfRefusal(SpecCell withoutFacts, SpecDecision decision)
    {
        var outcome = RoutesToHuman(withoutFacts) ? Outcome.RouteToHuman : Outcome.Withhold;
        var closing = withoutFacts.Spoken.Where(rule => rule.Outcome == outcome && rule.Step != Step.Obligation).ToList();
        var first = closing.Where(rule => rule.Step is Step.Base or Step.Notice);
        var then = closing.Where(rule => rule.Step is not (Step.Base or Step.Notice) && !rule.IsBlanketShield);
        return From(first.Concat(then), rule => rule.Step != Step.RoutingShield, decision);
    }

    private static bool RoutesToHuman(SpecCell cell) => cell.Outcome == Outcome.RouteToHuman;

    private static SpecExplanation From(IEnumerable<Rule> speaking, Func<Rule, bool> obliges, SpecDecision decision)
    {
        var rules = speaking.ToList();
        var silenced = decision.Obligations.Contains(Obligation.DoNotInformParents);
        return new SpecExplanation(
            rules.FirstOrDefault(),
            Once(rules),
            [.. rules.Where(obliges).SelectMany(rule => rule.Obligations.ToList())
                .Where(obligation => !(silenced && obligation == Obligation.InformParents))]);
    }

    private static ImmutableArray<Citation> Once(List<Rule> rules)
    {
        var citations = new List<Citation>();
        foreach (var citation in rules.SelectMany(rule => rule.Citations).Where(citation => !citations.Contains(citation)))
        {
            citations.Add(citation);
        }

        return [.. citations];
    }
}
