using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Draw;
using Taushet.Policies.Cases;

namespace Taushet.Policies.Assurance.Mutation;

/// <summary>Changes each rule in one place after the other, and looks whether the cases or the proofs notice.</summary>
public static class PolicyMutation
{
    /// <summary>Tries mutants.</summary>
    /// <param name="policies">The book.</param>
    /// <param name="cases">Its cases, all of which pass.</param>
    /// <param name="sample">How many mutants, drawn at random; null: all.</param>
    /// <param name="seed">The same seed draws the same mutants.</param>
    /// <param name="equivalence">Tells whether no request can tell a mutant from the rule; null: nobody can tell.</param>
    /// <param name="proof">Names the sentence that a mutant breaks, or null; null: nobody proves.</param>
    /// <param name="progress">Told how many were tried.</param>
    public static ImmutableArray<MutantResult> Run(
        PolicySet policies,
        ImmutableArray<PolicyCase> cases,
        int? sample,
        int seed,
        Func<Mutant, bool>? equivalence = null,
        Func<PolicySet, string?>? proof = null,
        Action<int>? progress = null)
    {
        var mutants = Sample([.. policies.Rules.SelectMany(RuleMutations.Of)], sample, seed);
        var results = new MutantResult[mutants.Count];
        var tried = 0;
        Parallel.For(0, mutants.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, place =>
        {
            results[place] = Try(mutants[place], policies, cases, equivalence, proof);
            progress?.Invoke(Interlocked.Increment(ref tried));
        });
        return [.. results];
    }

    /// <summary>The book with the mutant in the rule's place.</summary>
    public static PolicySet With(PolicySet policies, Mutant mutant) => new(
        policies.Hash,
        policies.Rules.Select(rule => ReferenceEquals(rule, mutant.Original) ? mutant.Changed : rule),
        policies.Givers,
        policies.Needs);

    private static List<Mutant> Sample(List<Mutant> all, int? sample, int seed)
    {
        var chance = new Chance(seed);
        while (sample is { } size && all.Count > size)
        {
            // The order of the rest does not matter: the last takes the place of the one that goes.
            var place = chance.Below(all.Count);
            all[place] = all[^1];
            all.RemoveAt(all.Count - 1);
        }

        return all;
    }

    private static MutantResult Try(
        Mutant mutant,
        PolicySet policies,
        ImmutableArray<PolicyCase> cases,
        Func<Mutant, bool>? equivalence,
        Func<PolicySet, string?>? proof)
    {
        // A case between parties that the rule does not name decides as before.
        var near = cases.Where(found =>
            mutant.Original.Holders.Contains(found.Request.Holder.Service)
            && mutant.Original.Receivers.Contains(found.Request.Receiver.Service)).ToList();
        foreach (var pair in near.GroupBy(found => (found.Request.Holder.Service, found.Request.Receiver.Service)))
        {
            var set = OfPair(policies, mutant, pair.Key);
            if (pair.FirstOrDefault(found => !CaseRunner.Run(found, set).Passed) is { } failing)
            {
                return new MutantResult(mutant, MutantFate.CaughtByCase, failing.Id);
            }
        }

        return equivalence?.Invoke(mutant) == true ? new MutantResult(mutant, MutantFate.Equivalent, string.Empty)
            : proof?.Invoke(With(policies, mutant)) is { } broken ? new MutantResult(mutant, MutantFate.CaughtByProof, broken)
            : new MutantResult(mutant, MutantFate.Survived, $"{near.Count} cases near");
    }

    /// <summary>The rules between two parties alone, which is all that decides there.</summary>
    private static PolicySet OfPair(PolicySet policies, Mutant mutant, (Service Holder, Service Receiver) pair) => new(
        policies.Hash,
        policies.Rules
            .Select(rule => ReferenceEquals(rule, mutant.Original) ? mutant.Changed : rule)
            .Where(rule => rule.Holders.Contains(pair.Holder) && rule.Receivers.Contains(pair.Receiver)),
        policies.Givers,
        policies.Needs);
}

/// <summary>What became of a mutant.</summary>
public enum MutantFate
{
    /// <summary>A case came out otherwise.</summary>
    CaughtByCase,

    /// <summary>A sentence about all requests is broken.</summary>
    CaughtByProof,

    /// <summary>No request tells it from the rule: it is the same law in other words.</summary>
    Equivalent,

    /// <summary>Nothing noticed: a case is missing.</summary>
    Survived,
}

/// <summary>A mutant and what became of it.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="By">The case that caught it; otherwise what to know.</param>
public sealed record MutantResult(Mutant Mutant, MutantFate Fate, string By);
