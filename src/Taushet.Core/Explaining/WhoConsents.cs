using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Explaining;

/// <summary>Who may give a consent that a rule asks for.</summary>
internal static class WhoConsents
{
    /// <summary>The givers for the child as known; where that is not known, everyone who might be.</summary>
    /// <returns>Empty when nobody can: a human must look at it.</returns>
    public static ImmutableArray<GiverRule> For(Rule rule, PolicySet policies, DateOnly date, FactVector facts)
    {
        var areas = NearRule.ValuesOf(rule.When, FactSlot.ConsentArea).Select(area => (ConsentArea)area).ToHashSet();
        var certain = ImmutableArray.CreateBuilder<GiverRule>();
        var possible = ImmutableArray.CreateBuilder<GiverRule>();
        foreach (var giver in policies.Givers)
        {
            var inForce = date >= giver.From && (giver.To is null || date <= giver.To);
            var meant = areas.Count == 0 || areas.Any(area => giver.Concerns(area, rule.Purposes));
            var truth = giver.When.Evaluate(facts);
            if (inForce && meant && truth != Truth.False)
            {
                (truth == Truth.True ? certain : possible).Add(giver);
            }
        }

        return certain.Count > 0 ? certain.ToImmutable() : possible.ToImmutable();
    }
}
