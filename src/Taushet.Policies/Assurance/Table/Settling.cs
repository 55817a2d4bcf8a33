using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Draw;

namespace Taushet.Policies.Assurance.Table;

/// <summary>Makes a condition hold with as few facts as it takes, the ordinary ones where they do.</summary>
internal sealed class Settling(Boundaries boundaries)
{
    /// <summary>An ordinary child: ten years old, at home with both parents, ungraded; public parties.</summary>
    public static readonly ImmutableSortedDictionary<FactSlot, int> Ordinary = new Dictionary<FactSlot, int>
    {
        [FactSlot.Age] = 10,
        [FactSlot.Dead] = 0,
        [FactSlot.Grading] = (int)Grading.Ungraded,
        [FactSlot.Care] = (int)CareSituation.Parents,
        [FactSlot.HiddenAddress] = 0,
        [FactSlot.ContactBan] = 0,
        [FactSlot.Responsibility] = (int)ParentalResponsibility.JointTogether,
        [FactSlot.HolderForm] = (int)ServiceForm.Municipal,
        [FactSlot.ReceiverForm] = (int)ServiceForm.Municipal,
    }.ToImmutableSortedDictionary();

    /// <summary>The situation with facts under which the condition holds, or does not. Facts of a consent are not touched.</summary>
    public Situation Settle(Condition condition, bool holds, Situation situation, Step step)
    {
        if (situation.Truth(condition, step) == holds)
        {
            return situation;
        }

        return condition switch
        {
            Condition.All all => holds ? Every(all.Parts, holds, situation, step) : One(all.Parts, holds, situation, step),
            Condition.Any any => holds ? One(any.Parts, holds, situation, step) : Every(any.Parts, holds, situation, step),
            Condition.Not not => Settle(not.Part, !holds, situation, step),
            Condition.In among => Fact(situation, among.Slot, value => among.Values.Contains(value) == holds),
            Condition.Between bounds => Fact(situation, bounds.Slot, value => (value >= bounds.Least && value <= bounds.Most) == holds),
            Condition.IsKnown known => holds ? Fact(situation, known.Slot, _ => true) : situation.With(known.Slot, null),
            _ => situation,
        };
    }

    private Situation Every(ImmutableArray<Condition> parts, bool holds, Situation situation, Step step) =>
        parts.Aggregate(situation, (settled, part) => Settle(part, holds, settled, step));

    private Situation One(ImmutableArray<Condition> parts, bool holds, Situation situation, Step step)
    {
        foreach (var part in parts)
        {
            var settled = Settle(part, holds, situation, step);
            if (settled.Truth(part, step) == holds)
            {
                return settled;
            }
        }

        return situation;
    }

    private Situation Fact(Situation situation, FactSlot slot, Func<int, bool> suits)
    {
        if (IsOfConsent(slot))
        {
            return situation;
        }

        var ordinary = Ordinary.GetValueOrDefault(slot, -1);
        var values = boundaries.Of(slot).Where(suits).OrderBy(value => value == ordinary ? 0 : 1).ToList();
        return slot switch
        {
            _ when values.Count == 0 => situation,
            FactSlot.Child => values[0] == 1 ? situation.With(FactSlot.Age, 10) : situation.With(FactSlot.Age, 18),
            FactSlot.Age => situation.With(slot, suits(ordinary) ? ordinary : values[0]),
            _ => situation.With(slot, values[0]),
        };
    }

    public static bool IsOfConsent(FactSlot slot) => slot >= FactSlot.ConsentArea;
}
