using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Mutation;

/// <summary>Every rule that differs from another in one of its terms: flow, basis, purpose, bounds, companions, obligations, traits.</summary>
internal static class TermMutations
{
    public static IEnumerable<Mutant> Of(Rule rule) =>
    [
        .. Dropped(rule.Flows, MutationKind.FlowDropped, rule, flows => rule with { Flows = flows }),
        .. Dropped(rule.Bases, MutationKind.BasisDropped, rule, bases => rule with { Bases = bases }),
        .. Dropped(rule.Purposes, MutationKind.PurposeDropped, rule, purposes => rule with { Purposes = purposes }),
        .. Dropped(rule.Obligations, MutationKind.ObligationDropped, rule, obligations => rule with { Obligations = obligations }),
        .. Dropped(rule.ClosesTraits, MutationKind.TraitDropped, rule, traits => rule with { ClosesTraits = traits }),
        .. rule.ComesWith.Select(other => new Mutant(MutationKind.CarrierDropped, other, rule, rule with { ComesWith = rule.ComesWith.Remove(other) })),
        .. rule.AlwaysNecessary.ToList().Select(cell => new Mutant(
            MutationKind.BoundChanged,
            $"always {Codes<Cell>.Of(cell)}",
            rule,
            rule with { AlwaysNecessary = rule.AlwaysNecessary - CellSet.Of(cell) })),
        .. Bounds(rule),
    ];

    private static IEnumerable<Mutant> Bounds(Rule rule)
    {
        if (rule.Step == Step.Duty)
        {
            yield return new(MutationKind.BoundChanged, "own initiative", rule, rule with { OwnInitiative = !rule.OwnInitiative });
        }

        if (rule.Step is Step.Duty or Step.Opening or Step.Consent or Step.Anonymised)
        {
            yield return new(MutationKind.BoundChanged, "yields to objection", rule, rule with { YieldsToObjection = !rule.YieldsToObjection });
        }

        if (rule.Within is not (Scope.None or Scope.Consent))
        {
            yield return new(MutationKind.BoundChanged, "within", rule, rule with { Within = Scope.None });
        }
    }

    private static IEnumerable<Mutant> Dropped<T>(MemberSet<T> members, MutationKind kind, Rule rule, Func<MemberSet<T>, Rule> changed)
        where T : struct, Enum =>
        members.ToList().Select(member => new Mutant(kind, Codes<T>.Of(member), rule, changed(members - MemberSet<T>.Of(member))));
}
