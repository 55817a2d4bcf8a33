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
            var gives = applied is { Near: false, Rule.Outcome: not (Outcome.Withhold or Outcome.RouteToHuman) };
            ladder.Obligations |= gives && !applied.Cells.IsEmpty ? applied.Rule.Obligations : default;
        }

        foreach (var rule in ladder.RulesOf(Step.Obligation))
        {
            if (!ladder.Concerns(rule, Step.Obligation) || rule.When.Evaluate(ladder.Vector) == Truth.False)
            {
                continue;
            }

            var cells = GivenBy(rule, ladder);
            if (!cells.IsEmpty)
            {
                ladder.Obligations |= rule.Obligations;
                ladder.Note(rule, cells);
            }
        }
    }

    private static CellSet GivenBy(Rule obligation, in Ladder ladder)
    {
        var cells = CellSet.Empty;
        foreach (var applied in ladder.Applied)
        {
            var gives = applied is { Near: false, Rule.Outcome: not (Outcome.Withhold or Outcome.RouteToHuman) }
                && applied.Rule.Step != Step.Obligation;
            var meant = obligation.ComesWith.IsEmpty || obligation.ComesWith.Contains(applied.Rule.Id);
            cells |= gives && meant ? applied.Cells : CellSet.Empty;
        }

        return cells;
    }
}
