using Taushet.Core.Policies;

namespace Taushet.Core.Decisions;

/// <summary>Step 4: a receiver bound by no confidentiality gets only what a rule made for it gives.</summary>
internal static class Recipients
{
    /// <summary>Whether the recipient rules of this request let an opening through.</summary>
    public static bool Admit(in Ladder ladder, Rule opening)
    {
        foreach (var rule in ladder.RulesOf(Step.Recipient))
        {
            if (ladder.IsNotFalse(rule) && !rule.ComesWith.Contains(opening.Id))
            {
                return false;
            }
        }

        return true;
    }

    public static void Climb(ref Ladder ladder)
    {
        foreach (var rule in ladder.RulesOf(Step.Recipient))
        {
            if (ladder.IsNotFalse(rule))
            {
                ladder.Note(rule, rule.Cells);
            }
        }
    }
}
