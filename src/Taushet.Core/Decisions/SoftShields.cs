using Taushet.Core.Policies;

namespace Taushet.Core.Decisions;

/// <summary>Step 3: soft shields close what no duty covers and no rule names.</summary>
internal static class SoftShields
{
    public static void Climb(ref Ladder ladder)
    {
        foreach (var rule in ladder.RulesOf(Step.SoftShield))
        {
            if (ladder.Concerns(rule, Step.SoftShield) && rule.When.Evaluate(ladder.Vector) != Truth.False)
            {
                ladder.ClosedSoft |= rule.Cells;
                ladder.Note(rule, rule.Cells);
            }
        }
    }
}
