using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>Step 11: what giver and receiver must do with what is given.</summary>
internal static class Obligations
{
    public static void Climb(ref Ladder ladder)
    {
        foreach (var applied in ladder.Applied)
        {
            var cells = applied.Rule.Step == Step.RoutingShield ? applied.Cells & ladder.ByHand : GivenBy(applied, ladder);
            ladder.Obligations |= cells.IsEmpty ? default : applied.Rule.Obligations;
        }

        foreach (var rule in ladder.RulesOf(Step.Obligation))
        {
            if (!ladder.IsNotFalse(rule))
            {
                continue;
            }

            var cells = GivenWith(rule, ladder);
            if (!cells.IsEmpty)
            {
                ladder.Obligations |= rule.Obligations;
                ladder.Note(rule, cells);
            }
        }

        ladder.Obligations = Reconciled(ladder.Obligations, ladder.Obligations);
    }

    /// <summary>Of these obligations, what is left beside all that the decision obliges to.</summary>
    /// <remarks>INVARIANT: where one rule says to inform the parents and another not to, they are not informed.</remarks>
    public static MemberSet<Obligation> Reconciled(MemberSet<Obligation> these, MemberSet<Obligation> all) =>
        all.Contains(Obligation.DoNotInformParents) ? these - MemberSet<Obligation>.Of(Obligation.InformParents) : these;

    private static CellSet GivenWith(Rule obligation, in Ladder ladder)
    {
        var cells = CellSet.Empty;
        foreach (var applied in ladder.Applied)
        {
            var meant = obligation.ComesWith.IsEmpty || obligation.ComesWith.Contains(applied.Rule.Id);
            cells |= meant ? GivenBy(applied, ladder) : CellSet.Empty;
        }

        // An obligation that names cells comes with those alone.
        return obligation.Cells.IsEmpty ? cells : cells & obligation.Cells;
    }

    /// <summary>What a rule opened that is still given: not closed by danger, and not waiting for the holder's choice.</summary>
    private static CellSet GivenBy(AppliedRule applied, in Ladder ladder)
    {
        var given = applied.Rule.Outcome switch
        {
            Outcome.Must => ladder.Must,
            Outcome.MayOnRequest => ladder.MayOnRequest,
            Outcome.MayByHolder => ladder.HolderMayGive & ladder.HolderDecided,
            Outcome.Withhold or Outcome.RouteToHuman => CellSet.Empty,
        };
        return applied.Near ? CellSet.Empty : applied.Cells & given;
    }
}
