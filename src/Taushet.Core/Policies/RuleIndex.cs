using System.Collections.Immutable;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Policies;

/// <summary>The rules that can matter to one pair of holder and receiver, found without a search.</summary>
internal sealed class RuleIndex
{
    private const int Places = 128;

    private readonly PairRules?[] rulesByPair = new PairRules?[Places * Places];

    public RuleIndex(ImmutableArray<Rule> rules)
    {
        foreach (var holder in Codes<Service>.Members)
        {
            var ofHolder = rules.Where(rule => rule.Holders.Contains(holder)).ToArray();
            var shared = new Dictionary<Rule[], PairRules>(SameRules.Instance);
            foreach (var receiver in Codes<Service>.Members)
            {
                // Many receivers are alike to a holder: they share what is made of their rules.
                var ofPair = ofHolder.Where(rule => rule.Receivers.Contains(receiver)).ToArray();
                if (!shared.TryGetValue(ofPair, out var pair))
                {
                    pair = new PairRules(ofPair);
                    shared.Add(ofPair, pair);
                }

                rulesByPair[PlaceOf(holder, receiver)] = pair;
            }
        }
    }

    /// <summary>The rules for a pair; none for what is no service of the vocabulary.</summary>
    public PairRules RulesFor(Service holder, Service receiver) => rulesByPair[PlaceOf(holder, receiver)] ?? PairRules.None;

    private static int PlaceOf(Service holder, Service receiver) => ((int)holder * Places) + (int)receiver;

    /// <summary>Lists of the same rules in the same order are the same.</summary>
    private sealed class SameRules : IEqualityComparer<Rule[]>
    {
        public static readonly SameRules Instance = new();

        public bool Equals(Rule[]? left, Rule[]? right) =>
            left is not null && right is not null && left.AsSpan().SequenceEqual(right, ReferenceEqualityComparer.Instance);

        public int GetHashCode(Rule[] rules)
        {
            var hash = new HashCode();
            foreach (var rule in rules)
            {
                hash.Add(rule.Id, StringComparer.Ordinal);
            }

            return hash.ToHashCode();
        }
    }
}
