using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Draw;
using Taushet.Policies.Assurance.Mutation;
using Taushet.Policies.Reading;

namespace Taushet.Policies.Assurance.Table;

/// <summary>Situations that differ in two or three places: those that tell a part of a condition from its absence where one place does not.</summary>
internal sealed class Telling(Boundaries boundaries)
{
    private const int MostTried = 200_000;

    /// <summary>What more it takes to see every part of the rule's condition at work.</summary>
    public IEnumerable<Variation> Of(Rule rule, Situation own, IReadOnlyList<Variation> variations)
    {
        var slots = Conditions.SlotsOf(rule.When).Where(slot => slot != FactSlot.Child && !Settling.IsOfConsent(slot)).Distinct().Order().ToList();
        var seen = variations.Select(variation => variation.Situation).Append(own).ToList();
        var more = new List<Variation>();
        foreach (var changed in ConditionMutations.Of(rule.When).Select(change => change.Changed))
        {
            if (!seen.Exists(situation => Tells(rule, changed, situation))
                && Combined(own, slots).Take(MostTried).FirstOrDefault(variation => Tells(rule, changed, variation.Situation)) is { } telling)
            {
                seen.Add(telling.Situation);
                more.Add(telling);
            }
        }

        return more;
    }

    private static bool Tells(Rule rule, Condition changed, Situation situation) =>
        situation.Truth(rule.When, rule.Step) is var before && Visible(rule, before) != Visible(rule, situation.Truth(changed, rule.Step));

    /// <summary>What can be seen of a truth: a duty on own initiative and what closes do not tell True from Unknown.</summary>
    private static bool? Visible(Rule rule, bool? truth) =>
        rule.OwnInitiative || !OwnSituation.Opens(rule) ? truth != false : truth;

    /// <summary>The situations that differ in two facts, then in three.</summary>
    private IEnumerable<Variation> Combined(Situation own, List<FactSlot> slots)
    {
        for (var first = 0; first < slots.Count; first++)
        {
            for (var second = first + 1; second < slots.Count; second++)
            {
                foreach (var combined in Values(own, slots[first]).SelectMany(one => Values(one.Situation, slots[second]).Select(two => Join(one, two))))
                {
                    yield return combined;
                }
            }
        }

        for (var first = 0; first < slots.Count; first++)
        {
            for (var second = first + 1; second < slots.Count; second++)
            {
                for (var third = second + 1; third < slots.Count; third++)
                {
                    foreach (var combined in Values(own, slots[first])
                        .SelectMany(one => Values(one.Situation, slots[second]).Select(two => Join(one, two)))
                        .SelectMany(two => Values(two.Situation, slots[third]).Select(three => Join(two, three))))
                    {
                        yield return combined;
                    }
                }
            }
        }
    }

    private IEnumerable<Variation> Values(Situation own, FactSlot slot) =>
        boundaries.Of(slot).Cast<int?>().Append(null).Where(value => value != own[slot]).Select(value => new Variation(
            Codes<FactSlot>.Of(slot),
            value is { } known ? SlotType.Of(slot).Word(known) : "unknown",
            own.With(slot, value)));

    private static Variation Join(Variation one, Variation two) =>
        new($"{one.What} {one.Value} + {two.What}", two.Value, two.Situation);
}
