using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Mutation;

/// <summary>Every condition that differs from another in one place.</summary>
internal static class ConditionMutations
{
    public static IEnumerable<(MutationKind Kind, string What, Condition Changed)> Of(Condition condition) => condition switch
    {
        Condition.All all => Within(all.Parts, parts => new Condition.All(parts)),
        Condition.Any any => Within(any.Parts, parts => new Condition.Any(parts)),
        Condition.Not not => Of(not.Part)
            .Select(inner => (inner.Kind, inner.What, (Condition)new Condition.Not(inner.Changed)))
            .Append((MutationKind.ConditionFlipped, $"not {Told(not.Part)}", not.Part)),
        Condition.In among => Flipped(among).Concat(Fewer(among)),
        Condition.Between bounds => Flipped(bounds).Concat(Moved(bounds)),
        _ => Flipped(condition),
    };

    /// <summary>The condition in few words.</summary>
    public static string Told(Condition condition) => condition switch
    {
        Condition.All all => $"all({string.Join(", ", all.Parts.Select(Told))})",
        Condition.Any any => $"any({string.Join(", ", any.Parts.Select(Told))})",
        Condition.Not not => $"not {Told(not.Part)}",
        Condition.In among => $"{Codes<FactSlot>.Of(among.Slot)} in {string.Join('/', among.Values)}",
        Condition.Between bounds => $"{Codes<FactSlot>.Of(bounds.Slot)} {bounds.Least}..{bounds.Most}",
        Condition.IsKnown known => $"known {Codes<FactSlot>.Of(known.Slot)}",
        _ => condition.ToString(),
    };

    private static IEnumerable<(MutationKind, string, Condition)> Within(
        ImmutableArray<Condition> parts,
        Func<ImmutableArray<Condition>, Condition> whole)
    {
        for (var place = 0; place < parts.Length; place++)
        {
            yield return (MutationKind.ConditionDropped, Told(parts[place]), whole(parts.RemoveAt(place)));
            foreach (var (kind, what, changed) in Of(parts[place]))
            {
                yield return (kind, what, whole(parts.SetItem(place, changed)));
            }
        }
    }

    private static IEnumerable<(MutationKind, string, Condition)> Flipped(Condition condition) =>
        [(MutationKind.ConditionFlipped, Told(condition), new Condition.Not(condition))];

    private static IEnumerable<(MutationKind, string, Condition)> Fewer(Condition.In among) => among.Values.Length < 2
        ? []
        : among.Values.Select(value => (
            MutationKind.ConditionDropped,
            $"{value} of {Told(among)}",
            (Condition)(among with { Values = among.Values.Remove(value) })));

    private static IEnumerable<(MutationKind, string, Condition)> Moved(Condition.Between bounds)
    {
        if (bounds.Least > -1000)
        {
            yield return (MutationKind.BoundMoved, $"least of {Told(bounds)} up", bounds with { Least = bounds.Least + 1 });
            yield return (MutationKind.BoundMoved, $"least of {Told(bounds)} down", bounds with { Least = bounds.Least - 1 });
        }

        if (bounds.Most < 100_000)
        {
            yield return (MutationKind.BoundMoved, $"most of {Told(bounds)} up", bounds with { Most = bounds.Most + 1 });
            yield return (MutationKind.BoundMoved, $"most of {Told(bounds)} down", bounds with { Most = bounds.Most - 1 });
        }
    }
}
