using System.Numerics;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Policies;

/// <summary>
/// The rules of one pair of holder and receiver in the order of the ladder, with one bit a rule for each thing that rules them
/// out without a look at their conditions: flow, day, and basis.
/// </summary>
/// <remarks>
/// A law that grows, grows by rules for other parties, other days, other flows and other bases. They cost a bit each, sixty-four
/// at a time, so that a decision costs what the rules that concern it cost.
/// </remarks>
internal sealed class PairRules
{
    private const int Bits = 64;

    private readonly Rule[] rules;
    private readonly int words;
    private readonly ulong[]?[] byFlow;
    private readonly ulong[]?[] byBasis;
    private readonly ulong[] whateverBasis;
    private readonly DateOnly[] days;
    private readonly ulong[][] byDay;

    public PairRules(Rule[] rules)
    {
        this.rules = rules;
        words = (rules.Length + Bits - 1) / Bits;
        byFlow = ByMember(rule => rule.Flows);
        byBasis = ByMember(rule => NeedsBasis(rule) ? rule.Bases : default);
        whateverBasis = MaskOf(rule => !NeedsBasis(rule));
        days = [.. rules.SelectMany(Changes).Prepend(DateOnly.MinValue).Distinct().Order()];
        byDay = [.. days.Select(day => MaskOf(rule => rule.InForceOn(day)))];
    }

    /// <summary>No rules.</summary>
    public static PairRules None { get; } = new([]);

    /// <summary>How many rules there are.</summary>
    public int Count => rules.Length;

    /// <summary>All of them, in the order of the ladder.</summary>
    public ReadOnlySpan<Rule> Rules => rules;

    /// <summary>Picks the rules that can concern a request, in the order of the ladder.</summary>
    /// <param name="flow">Who moves first.</param>
    /// <param name="date">The law date.</param>
    /// <param name="bases">Every basis that is asserted or follows from what was stated.</param>
    /// <param name="picked">Where they go; room for all of them.</param>
    /// <returns>How many.</returns>
    public int Pick(Flow flow, DateOnly date, MemberSet<Basis> bases, Span<Rule> picked)
    {
        if ((uint)flow >= Bits || byFlow[(int)flow] is not { } ofFlow)
        {
            return 0;
        }

        var ofDay = byDay[DayOf(date)];
        var count = 0;
        for (var word = 0; word < words; word++)
        {
            var mask = ofFlow[word] & ofDay[word];
            mask &= whateverBasis[word] | (mask == 0 ? 0 : OfBases(bases, word));
            for (; mask != 0; mask &= mask - 1)
            {
                picked[count++] = rules[(word * Bits) + BitOperations.TrailingZeroCount(mask)];
            }
        }

        return count;
    }

    /// <summary>Whether a rule is tried only when one of its bases is asserted or invoked. Elsewhere a basis means nothing.</summary>
    private static bool NeedsBasis(Rule rule) => rule.Step switch
    {
        Step.Opening or Step.Consent or Step.Anonymised => true,
        Step.Duty or Step.Notice => !rule.Bases.IsEmpty,
        Step.RoutingShield or Step.SoftShield or Step.Recipient or Step.Base or Step.Endangerment or Step.Obligation => false,
    };

    /// <summary>The days on which the rule begins or ceases to be in force.</summary>
    private static DateOnly[] Changes(Rule rule) =>
        rule.To is { } last && last < DateOnly.MaxValue ? [rule.From, last.AddDays(1)] : [rule.From];

    private int DayOf(DateOnly date)
    {
        var place = Array.BinarySearch(days, date);
        return place >= 0 ? place : ~place - 1;
    }

    private ulong OfBases(MemberSet<Basis> bases, int word)
    {
        var mask = 0UL;
        for (var bits = bases.Bits; bits != 0; bits &= bits - 1)
        {
            mask |= byBasis[BitOperations.TrailingZeroCount(bits)]?[word] ?? 0;
        }

        return mask;
    }

    private ulong[]?[] ByMember<T>(Func<Rule, MemberSet<T>> setOf)
        where T : struct, Enum
    {
        var masks = new ulong[]?[Bits];
        for (var n = 0; n < rules.Length; n++)
        {
            for (var bits = setOf(rules[n]).Bits; bits != 0; bits &= bits - 1)
            {
                var mask = masks[BitOperations.TrailingZeroCount(bits)] ??= new ulong[words];
                mask[n / Bits] |= 1UL << (n % Bits);
            }
        }

        return masks;
    }

    private ulong[] MaskOf(Func<Rule, bool> has)
    {
        var mask = new ulong[words];
        for (var n = 0; n < rules.Length; n++)
        {
            mask[n / Bits] |= has(rules[n]) ? 1UL << (n % Bits) : 0;
        }

        return mask;
    }
}
