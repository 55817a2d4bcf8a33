using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Tests;

public sealed class RealBookTests
{
    [Fact]
    public void Load_RealFolder_HasNoFault()
    {
        var result = PolicyLoader.Load(PolicyFolder.Root);

        result.Faults.Select(fault => fault.ToString()).ShouldBeEmpty();
        result.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Load_Twice_GivesTheSameHash()
    {
        var hash = PolicyLoader.Load(PolicyFolder.Root).Book!.Policies.Hash;

        hash.ShouldBe(PolicyFolder.Book.Policies.Hash);
        hash.Length.ShouldBe(64);
        hash.ShouldBe(hash.ToLowerInvariant());
    }

    [Fact]
    public void Bases_EveryService_HasACitedBaseTowardsEveryReceiver()
    {
        var bases = PolicyFolder.Book.Policies.Rules
            .Where(rule => rule.Step == Step.Base && rule.InForceOn(new DateOnly(2026, 11, 21)))
            .ToList();
        foreach (var holder in Codes<Service>.Members.Where(service => (int)service < 100))
        {
            foreach (var receiver in Codes<Service>.Members)
            {
                bases.ShouldContain(rule => rule.Holders.Contains(holder) && rule.Receivers.Contains(receiver), $"{holder} to {receiver}");
            }
        }
    }

    [Fact]
    public void Acts_EveryActButTheGeneral_IsCitedOrAwaitsItsRules()
    {
        var cited = PolicyFolder.Book.Policies.Rules.SelectMany(rule => rule.Citations)
            .Concat(PolicyFolder.Book.Policies.Givers.SelectMany(giver => giver.Citations))
            .Select(citation => citation.Act)
            .ToHashSet();

        cited.ShouldBeSubsetOf(PolicyFolder.Book.Acts.Select(act => act.Name));
    }

    [Fact]
    public void Doubts_EveryUnsureRule_IsListed()
    {
        var unsure = PolicyFolder.Book.Policies.Rules
            .Where(rule => rule.Confidence is Confidence.Memory or Confidence.Unsure)
            .Select(rule => rule.Id);

        unsure.ShouldBeSubsetOf(PolicyFolder.Book.Doubts.Select(doubt => doubt.RuleId));
        PolicyFolder.Book.Doubts.ShouldAllBe(doubt => doubt.Line > 0);
    }
}
