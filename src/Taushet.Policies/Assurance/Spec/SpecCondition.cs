using System.Collections.Immutable;
using Taushet.Core.Policies;

namespace Taushet.Policies.Assurance.Spec;

/// <summary>The condition language as policies/README.md tells it: yes, no, or (null) not known.</summary>
internal static class SpecCondition
{
    public static bool? Holds(Condition condition, SpecFacts facts) => condition switch
    {
        Condition.All all => All(all.Parts, facts),
        Condition.Any any => Any(any.Parts, facts),
        Condition.Not not => !Holds(not.Part, facts),
        Condition.In among => facts[among.Slot] is { } value ? among.Values.Contains(value) : null,
        Condition.Between bounds => facts[bounds.Slot] is { } value ? value >= bounds.Least && value <= bounds.Most : null,
        Condition.IsKnown known => facts[known.Slot] is not null,
        _ => throw new NotSupportedException($"The spec does not know {condition.GetType().Name}."),
    };

    private static bool? All(ImmutableArray<Condition> parts, SpecFacts facts)
    {
        var unknown = false;
        foreach (var part in parts)
        {
            var holds = Holds(part, facts);
            if (holds == false)
            {
                return false;
            }

            unknown |= holds is null;
        }

        return unknown ? null : true;
    }

    private static bool? Any(ImmutableArray<Condition> parts, SpecFacts facts)
    {
        var unknown = false;
        foreach (var part in parts)
        {
            var holds = Holds(part, facts);
            if (holds == true)
            {
                return true;
            }

            unknown |= holds is null;
        }

        return unknown ? null : false;
    }
}
