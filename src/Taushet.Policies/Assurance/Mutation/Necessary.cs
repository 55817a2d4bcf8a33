using Taushet.Core.Policies;

namespace Taushet.Policies.Assurance.Mutation;

/// <summary>What a rule's purposes can need at all: what lies outside is never given, whatever the rule names.</summary>
internal static class Necessary
{
    /// <summary>Whether a mutant only names cells besides that no purpose of the rule can need at any receiver.</summary>
    public static bool ToNobody(PolicySet policies, Mutant mutant)
    {
        var added = (mutant.Changed.Cells | mutant.Changed.Relevant) - (mutant.Original.Cells | mutant.Original.Relevant);
        return mutant.Kind == MutationKind.CellAdded
            && mutant.Original.Step is Step.Duty or Step.Opening or Step.Consent or Step.Anonymised
            && !mutant.Original.AlwaysNecessary.Meets(added)
            && !policies.Needs.Any(needs =>
                mutant.Original.Purposes.Contains(needs.Purpose)
                && needs.Receivers.ToList().Any(mutant.Original.Receivers.Contains)
                && needs.AtMost.Any(entry => entry.Cells.Meets(added)));
    }
}
