using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>Step 1: duties, always computed, whatever basis was asserted.</summary>
internal static class Duties
{
    public static void Climb(ref Ladder ladder)
    {
        var invoked = ladder.Request.Invoked;
        foreach (var rule in ladder.RulesOf(Step.Duty))
        {
            // INVARIANT: only the holder invokes the holder's own-initiative duty.
            var invokable = !rule.OwnInitiative || ladder.Request.Flow != Flow.Pull;
            if (invokable && ladder.Concerns(rule) && (rule.Bases.IsEmpty || rule.Bases.Meets(invoked)))
            {
                Try(ref ladder, rule);
            }
        }
    }

    private static void Try(ref Ladder ladder, Rule rule)
    {
        var truth = Bounds.TruthOf(rule, ladder);
        var necessary = Necessity.ForDuty(rule, ladder.Request, ladder.Policies);
        var bounds = Bounds.Of(rule, ladder.Request, ladder.Facts);

        // INVARIANT: a duty the holder invokes applies unless a known fact makes it False.
        if (truth == Truth.True || (rule.OwnInitiative && truth == Truth.Unknown))
        {
            var open = necessary & bounds;
            ladder.Open(rule, rule.Cells & open, rule.Relevant & open);
        }
        else if (truth == Truth.Unknown)
        {
            ladder.Note(rule, (rule.Cells | rule.Relevant) & necessary, near: true);
        }
    }
}
