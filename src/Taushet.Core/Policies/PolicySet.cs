using System.Collections.Immutable;

namespace Taushet.Core.Policies;

/// <summary>A whole rule book: validated, immutable, indexed by holder and receiver, flow, day and basis.</summary>
public sealed class PolicySet
{
    private RuleIndex? index;

    /// <summary>Makes the set. Order of the arguments does not matter; rules are sorted by step, then by id (ordinal).</summary>
    /// <param name="hash">SHA-256 over the folder's contents, lower-case hex.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="givers">Who may consent.</param>
    /// <param name="needs">What purposes can need.</param>
    public PolicySet(
        string hash,
        IEnumerable<Rule> rules,
        IEnumerable<GiverRule> givers,
        IEnumerable<PurposeNeeds> needs)
    {
        Hash = hash;
        Rules = InOrder(rules);
        Givers = [.. givers.OrderBy(giver => giver.Id, StringComparer.Ordinal)];
        Needs = [.. needs];
        NeedIndex = new NeedIndex(Needs);
        index = new RuleIndex(Rules);
    }

    private PolicySet(PolicySet other, ImmutableArray<Rule> rules)
    {
        (Hash, Rules, Givers, Needs, Phrases) = (other.Hash, rules, other.Givers, other.Needs, other.Phrases);
        (NeedIndex, IsIndexed) = (other.NeedIndex, false);
    }

    private PolicySet(PolicySet other, ImmutableArray<GiverRule> givers, ImmutableArray<PurposeNeeds> needs)
    {
        (Hash, Rules, Givers, Needs, Phrases) = (other.Hash, other.Rules, givers, needs, other.Phrases);
        (NeedIndex, index) = (new NeedIndex(needs), other.Index);
    }

    /// <summary>SHA-256 over the policy folder's contents, lower-case hex: names the law a decision used.</summary>
    public string Hash { get; }

    /// <summary>All rules in the order of evaluation.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>All giver rules, by id.</summary>
    public ImmutableArray<GiverRule> Givers { get; }

    /// <summary>What purposes can need.</summary>
    public ImmutableArray<PurposeNeeds> Needs { get; }

    /// <summary>What members of the vocabulary are called, for explanations. No part of the hash: it decides nothing.</summary>
    public Phrases Phrases { get; init; } = Phrases.None;

    /// <summary>The rules whose law is from memory or unsure, giver rules included, by id.</summary>
    public ImmutableArray<(string Id, Confidence Confidence)> Doubts =>
    [
        .. Rules.Select(rule => (rule.Id, rule.Confidence)).Concat(Givers.Select(giver => (giver.Id, giver.Confidence)))
            .Where(rule => rule.Confidence is Confidence.Memory or Confidence.Unsure)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>The rules by pair; made when first asked for in a set that is searched one by one.</summary>
    internal RuleIndex Index => index ??= new RuleIndex(Rules);

    /// <summary>What purposes can need, by purpose and receiver.</summary>
    internal NeedIndex NeedIndex { get; }

    /// <summary>Whether rules are found by the index.</summary>
    internal bool IsIndexed { get; } = true;

    /// <summary>The same rules, searched one by one: what the index is held against.</summary>
    public PolicySet WithoutIndex() => new(this, Rules);

    /// <summary>Other rules beside the same givers and needs, searched one by one: cheap to make, for trying a change.</summary>
    /// <remarks>It keeps the hash of this set, so no decision by it may be recorded.</remarks>
    public PolicySet Trying(IEnumerable<Rule> rules) => new(this, InOrder(rules));

    /// <summary>The same rules beside other givers and needs: cheap to make, for trying a change.</summary>
    /// <remarks>It keeps the hash of this set, so no decision by it may be recorded.</remarks>
    public PolicySet Trying(ImmutableArray<GiverRule> givers, ImmutableArray<PurposeNeeds> needs) => new(this, givers, needs);

    private static ImmutableArray<Rule> InOrder(IEnumerable<Rule> rules) =>
        [.. rules.OrderBy(rule => rule.Step).ThenBy(rule => rule.Id, StringComparer.Ordinal)];
}
