using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>Step 3: soft shields close what no duty covers and no rule names; one on every cell, whatever a rule names.</summary>
internal static class SoftShields
{
    public static void Climb(ref Ladder ladder)
    {
        foreach (var rule in ladder.RulesOf(Step.SoftShield))
        {
            if (ladder.IsNotFalse(rule))
            {
                ladder.ClosedSoft |= rule.Cells;

                // INVARIANT: under a blanket shield nothing is opened that no duty covers, not even what an opening names.
                ladder.ClosedHard |= rule.IsBlanketShield ? rule.Cells : CellSet.Empty;
                ladder.Note(rule, rule.Cells);
            }
        }
    }
}
