using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>Step 6: each recorded consent, inside its scope.</summary>
internal static class ConsentStep
{
    /// <summary>Tries every consent rule with every consent.</summary>
    /// <returns>The ids of the consents that opened something.</returns>
    public static ImmutableArray<Guid> Climb(ref Ladder ladder)
    {
        var relied = ImmutableArray<Guid>.Empty;
        foreach (var rule in ladder.RulesOf(Step.Consent))
        {
            if (ladder.Concerns(rule)
                && rule.Bases.Meets(ladder.Request.Asserted)
                && Recipients.Admit(ladder, rule))
            {
                relied = Try(ref ladder, rule, relied);
            }
        }

        return relied;
    }

    private static ImmutableArray<Guid> Try(ref Ladder ladder, Rule rule, ImmutableArray<Guid> relied)
    {
        var necessary = Necessity.ForOpening(rule, ladder.Request, ladder.Policies);
        var open = (necessary & Bounds.Of(rule, ladder.Request, ladder.Facts)) - ladder.ClosedHard;
        var whole = (rule.Cells & open) - ladder.ClosedSoft;
        var relevant = rule.Relevant & open;
        var covered = CellSet.Empty;

        // INVARIANT: consents that could not be read are no consents.
        foreach (var consent in ladder.Facts.Consents.Or([]))
        {
            if (ConsentValidity.Covers(consent, ladder.Request) && Holds(rule, consent, ladder))
            {
                var cells = ConsentValidity.CellsOf(consent, ladder.Request, ladder.Facts);
                covered |= cells;
                var opens = cells.Meets(whole | relevant) && !relied.Contains(consent.Id);
                relied = opens ? relied.Add(consent.Id) : relied;
            }
        }

        if (covered.Meets(whole | relevant))
        {
            ladder.Open(rule, whole & covered, relevant & covered);
        }
        else if (rule.When.Evaluate(ladder.Vector) != Truth.False)
        {
            ladder.Note(rule, (rule.Cells | rule.Relevant) & necessary, near: true);
        }

        return relied;
    }

    private static bool Holds(Rule rule, ConsentFact consent, in Ladder ladder)
    {
        ConsentValidity.Read(consent, ladder);
        var holds = rule.When.Evaluate(ladder.Vector) == Truth.True;
        ConsentValidity.Clear(ladder);
        return holds;
    }
}
