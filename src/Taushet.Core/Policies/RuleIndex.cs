using System.Collections.Immutable;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Policies;

/// <summary>The rules and needs that can matter to one pair of holder and receiver, found without a search.</summary>
internal sealed class RuleIndex
{
    private const int Places = 128;

    private readonly Rule[]?[] rulesByPair = new Rule[]?[Places * Places];
    private readonly Dictionary<(Purpose Purpose, Service Receiver), CellSet[]> needs = [];

    public RuleIndex(ImmutableArray<Rule> rules, ImmutableArray<PurposeNeeds> purposeNeeds)
    {
        foreach (var holder in Codes<Service>.Members)
        {
            var ofHolder = rules.Where(rule => rule.Holders.Contains(holder)).ToArray();
            foreach (var receiver in Codes<Service>.Members)
            {
                rulesByPair[PlaceOf(holder, receiver)] = [.. ofHolder.Where(rule => rule.Receivers.Contains(receiver))];
            }
        }

        foreach (var need in purposeNeeds)
        {
            foreach (var receiver in need.Receivers.ToList())
            {
                Add(need, receiver);
            }
        }
    }

    /// <summary>The rules for a pair, in the order of the ladder.</summary>
    public ReadOnlySpan<Rule> RulesFor(Service holder, Service receiver) => rulesByPair[PlaceOf(holder, receiver)];

    /// <summary>What a purpose of a receiver can need, by the number of the need; empty when it can need nothing.</summary>
    public ReadOnlySpan<CellSet> NeedsOf(Purpose purpose, Service receiver) =>
        needs.TryGetValue((purpose, receiver), out var cells) ? cells : default;

    private static int PlaceOf(Service holder, Service receiver) => ((int)holder * Places) + (int)receiver;

    private void Add(PurposeNeeds purposeNeeds, Service receiver)
    {
        var key = (purposeNeeds.Purpose, receiver);
        if (!needs.TryGetValue(key, out var cells))
        {
            cells = new CellSet[Codes<Need>.Members.Max(need => (int)need) + 1];
            needs.Add(key, cells);
        }

        foreach (var (need, justified) in purposeNeeds.AtMost)
        {
            cells[(int)need] |= justified;
        }
    }
}
