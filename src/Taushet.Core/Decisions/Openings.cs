using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>Steps 5 and 7: openings, tried only when asserted; in plain form and with individualising features left out.</summary>
internal static class Openings
{
    public static void Climb(ref Ladder ladder, Step step)
    {
        foreach (var rule in ladder.RulesOf(step))
        {
            if (ladder.Concerns(rule) && rule.Bases.Meets(ladder.Request.Asserted) && Recipients.Admit(ladder, rule))
            {
                Try(ref ladder, rule);
            }
        }
    }

    private static void Try(ref Ladder ladder, Rule rule)
    {
        var necessary = Necessity.ForOpening(rule, ladder.Request, ladder.Policies);
        var truth = Bounds.TruthOf(rule, ladder);
        var left = rule.Outcome == Outcome.MayByHolder && truth != Truth.False;
        ladder.LeftToHolder |= left ? (rule.Cells | rule.Relevant) & necessary : CellSet.Empty;

        // INVARIANT: a rule that opens applies only when True.
        if (truth == Truth.True)
        {
            var open = (necessary & Bounds.Of(rule, ladder.Request, ladder.Facts)) - ladder.ClosedHard;
            ladder.Open(rule, (rule.Cells & open) - ladder.ClosedSoft, rule.Relevant & open);
        }
        else if (truth == Truth.Unknown)
        {
            ladder.Note(rule, (rule.Cells | rule.Relevant) & necessary, near: true);
        }
    }
}
