using Taushet.Core.Policies;

namespace Taushet.Core.Decisions;

/// <summary>Step 3: soft shields close what no duty covers and no rule names.</summary>
internal static class SoftShields
{
    public static void Climb(ref Ladder ladder)
    {
        foreach (var rule in ladder.RulesOf(Step.SoftShield))
        {
            if (ladder.IsNotFalse(rule))
            {
                ladder.ClosedSoft |= rule.Cells;
                ladder.Note(rule, rule.Cells);
            }
        }
    }
}
