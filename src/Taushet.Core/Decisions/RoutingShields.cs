using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>Step 2: routing shields decide how owed data travels; what is not owed stays. They never empty a message.</summary>
internal static class RoutingShields
{
    public static void Climb(ref Ladder ladder)
    {
        foreach (var rule in ladder.RulesOf(Step.RoutingShield))
        {
            // INVARIANT: a rule that closes applies unless False.
            if (!ladder.IsNotFalse(rule))
            {
                continue;
            }

            var byHand = rule.Cells & ladder.Must;
            ladder.ByHand |= byHand;
            ladder.ByHandInSilence |= rule.IsBlanketShield && ladder.Request.Flow == Flow.Pull ? byHand : CellSet.Empty;
            ladder.ClosedHard |= rule.Cells;
            ladder.ClosedTraits |= rule.ClosesTraits;
            ladder.Note(rule, rule.Cells);
        }
    }
}
