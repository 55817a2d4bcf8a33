using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Spec;

/// <summary>Step 11: what comes with what is given; and the rules that spoke of each cell, in the order of the ladder.</summary>
internal sealed class SpecObligations(SpecLadder ladder, List<SpecJudgment> cells)
{
    public SpecDecision Conclude()
    {
        var relied = cells.SelectMany(cell => cell.ReliedOn).ToImmutableHashSet();
        return new SpecDecision(
            [.. cells.Select(Say)],
            [.. ladder.RoutingShields.Concat(ladder.Dangers).SelectMany(rule => rule.Rule.ClosesTraits.ToList())],
            Reconciled([.. Obliging().SelectMany(rule => rule.Rule.Obligations.ToList())]),
            relied);
    }

    /// <summary>Closings win: where one rule says to inform the parents and another not to, they are not informed.</summary>
    private static ImmutableHashSet<Obligation> Reconciled(ImmutableHashSet<Obligation> all) =>
        all.Contains(Obligation.DoNotInformParents) ? all.Remove(Obligation.InformParents) : all;

    /// <summary>Whether an obligation comes with what is given of the cell.</summary>
    private static bool ComesWith(SpecRule obligation, SpecJudgment cell) =>
        (obligation.Cells.Count == 0 || obligation.Cells.Contains(cell.Cell))
        && cell.Opening.Exists(rule => (obligation.ComesWith.Count == 0 || obligation.ComesWith.Contains(rule.Id)) && cell.GivenBy(rule));

    private IEnumerable<SpecRule> Obliging() =>
        ladder.Dangers
            .Concat(cells.SelectMany(cell => cell.Opening.FindAll(cell.GivenBy)))
            .Concat(cells.Where(cell => cell.ByHand).SelectMany(cell => cell.Routed))
            .Concat(ladder.Obligations.Where(rule => cells.Exists(cell => ComesWith(rule, cell))))
            .Distinct();

    private SpecCell Say(SpecJudgment cell) => new(() => Speaking(cell))
    {
        Cell = cell.Cell,
        Outcome = cell.Outcome,
        Relevant = cell.Relevant,
        HolderMay = cell.HolderMay,
        ByHand = cell.ByHand,
        InSilence = cell.InSilence,
    };

    private ImmutableArray<Rule> Speaking(SpecJudgment cell)
    {
        var spoken = cell.Opening
            .Concat(cell.Routed)
            .Concat(cell.Soft)
            .Concat(ladder.Recipients.Where(rule => rule.Cells.Contains(cell.Cell)))
            .Concat(ladder.Bases)
            .Concat(ladder.Notices.Where(rule => rule.Cells.Count == 0 || rule.Cells.Contains(cell.Cell)))
            .Concat(cell.Dangers)
            .Concat(ladder.Obligations.Where(rule => ComesWith(rule, cell)));
        return [.. spoken.OrderBy(rule => (int)rule.Step).ThenBy(rule => rule.Id, StringComparer.Ordinal).Select(rule => rule.Rule)];
    }
}
