using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>Step 8: the default is silence. Notes the holder's base of confidentiality and why an asserted basis falls short.</summary>
internal static class Defaults
{
    public static void Climb(ref Ladder ladder)
    {
        foreach (var rule in ladder.RulesOf(Step.Base))
        {
            if (ladder.IsNotFalse(rule))
            {
                ladder.Note(rule, CellSet.All);
            }
        }

        foreach (var rule in ladder.RulesOf(Step.Notice))
        {
            var speaks = rule.Bases.IsEmpty || rule.Bases.Meets(ladder.Request.Asserted);
            if (speaks && ladder.IsNotFalse(rule))
            {
                ladder.Note(rule, rule.Cells.IsEmpty ? CellSet.All : rule.Cells);
            }
        }
    }
}
