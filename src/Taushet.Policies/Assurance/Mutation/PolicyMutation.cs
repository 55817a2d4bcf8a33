using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Draw;
using Taushet.Policies.Assurance.Table;
using Taushet.Policies.Cases;

namespace Taushet.Policies.Assurance.Mutation;

/// <summary>Changes each rule in one place after the other, and looks whether the cases, the table or the proofs notice.</summary>
/// <param name="policies">The book.</param>
/// <param name="cases">Its cases, all of which pass.</param>
public sealed class PolicyMutation(PolicySet policies, ImmutableArray<PolicyCase> cases)
{
    private readonly TableWatch table = new(policies);

    /// <summary>Every rule of the book, changed in one place: all such changes, or some of them.</summary>
    /// <param name="sample">How many mutants, drawn at random; null: all.</param>
    /// <param name="seed">The same seed draws the same mutants.</param>
    public ImmutableArray<Mutant> Mutants(int? sample, int seed)
    {
        var all = policies.Rules.SelectMany(RuleMutations.Of).ToList();
        var chance = new Chance(seed);
        while (sample is { } size && all.Count > size)
        {
            // The order of the rest does not matter: the last takes the place of the one that goes.
            var place = chance.Below(all.Count);
            all[place] = all[^1];
            all.RemoveAt(all.Count - 1);
        }

        return [.. all];
    }

    /// <summary>Tries mutants against cases and table.</summary>
    /// <param name="mutants">The mutants.</param>
    /// <param name="equivalence">Asked of each mutant that neither noticed: whether no request tells it from the rule; null: nobody can tell.</param>
    public ImmutableArray<MutantResult> Try(ImmutableArray<Mutant> mutants, Func<Mutant, bool>? equivalence = null)
    {
        var results = new MutantResult[mutants.Length];
        Parallel.For(0, mutants.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, place => results[place] = Try(mutants[place], equivalence));
        return [.. results];
    }

    /// <summary>The book with the mutant in the rule's place.</summary>
    public static PolicySet With(PolicySet policies, Mutant mutant) => new(
        policies.Hash,
        policies.Rules.Select(rule => ReferenceEquals(rule, mutant.Original) ? mutant.Changed : rule),
        policies.Givers,
        policies.Needs);

    private MutantResult Try(Mutant mutant, Func<Mutant, bool>? equivalence)
    {
        var result = new MutantResult(mutant, CaseThatNotices(mutant), table.Notices(mutant.Original, mutant.Changed) is not null, Sameness.None);
        return result.Fate == MutantFate.Caught ? result
            : Necessary.ToNobody(policies, mutant) ? result with { Same = Sameness.NeverNecessary }
            : equivalence?.Invoke(mutant) == true ? result with { Same = Sameness.Proved }
            : result;
    }

    /// <summary>A case between parties that the rule does not name decides as before, so only the others are run.</summary>
    private string? CaseThatNotices(Mutant mutant)
    {
        var near = cases.Where(found =>
            mutant.Original.Holders.Contains(found.Request.Holder.Service)
            && mutant.Original.Receivers.Contains(found.Request.Receiver.Service));
        foreach (var pair in near.GroupBy(found => (found.Request.Holder.Service, found.Request.Receiver.Service)))
        {
            var set = OfPair(mutant, pair.Key);
            if (pair.FirstOrDefault(found => !CaseRunner.Run(found, set).Passed) is { } failing)
            {
                return failing.Id;
            }
        }

        return null;
    }

    /// <summary>The rules between two parties alone, which is all that decides there.</summary>
    private PolicySet OfPair(Mutant mutant, (Service Holder, Service Receiver) pair) => policies.Trying(policies.Rules
        .Select(rule => ReferenceEquals(rule, mutant.Original) ? mutant.Changed : rule)
        .Where(rule => rule.Holders.Contains(pair.Holder) && rule.Receivers.Contains(pair.Receiver)));
}
