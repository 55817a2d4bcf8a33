using System.Collections.Immutable;
using Taushet.Core.Decisions;
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

    private readonly ILookup<(Service Holder, Service Receiver), (PolicyCase Case, ImmutableHashSet<string> Speaking)> byPair = cases
        .Select(found => (Case: found, Speaking: Speaking(found, policies)))
        .ToLookup(found => (found.Case.Request.Holder.Service, found.Case.Request.Receiver.Service));

    /// <summary>Every rule of the book, changed in one place: all such changes, or some of them.</summary>
    /// <param name="sample">How many mutants, drawn at random; null: all.</param>
    /// <param name="seed">The same seed draws the same mutants.</param>
    public ImmutableArray<Mutant> Mutants(int? sample, int seed) => Chance.Drawn([.. policies.Rules.SelectMany(RuleMutations.Of)], sample, seed);

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

    /// <summary>The first case that comes out otherwise, those in which the rule speaks before the others.</summary>
    private string? CaseThatNotices(Mutant mutant)
    {
        foreach (var pair in byPair.Where(pair => Concerns(mutant, pair.Key)))
        {
            var set = OfPair(mutant, pair.Key);
            if (pair.OrderByDescending(found => found.Speaking.Contains(mutant.Original.Id)).FirstOrDefault(found => !CaseRunner.Run(found.Case, set).Passed) is { Case: { } failing })
            {
                return failing.Id;
            }
        }

        return null;
    }

    /// <summary>Whether a mutant can change anything between two parties: it names both, or left one of them out.</summary>
    private static bool Concerns(Mutant mutant, (Service Holder, Service Receiver) pair)
    {
        bool Names(Rule rule) => rule.Holders.Contains(pair.Holder) && rule.Receivers.Contains(pair.Receiver);
        return mutant.Kind == MutationKind.PartyDropped ? Names(mutant.Original) != Names(mutant.Changed) : Names(mutant.Original);
    }

    private static ImmutableHashSet<string> Speaking(PolicyCase found, PolicySet policies) =>
        Decider.Decide(found.Request, found.Facts, policies).Applied.Select(applied => applied.Rule.Id).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>The rules between two parties alone, which is all that decides there.</summary>
    private PolicySet OfPair(Mutant mutant, (Service Holder, Service Receiver) pair) => policies.Trying(policies.Rules
        .Select(rule => ReferenceEquals(rule, mutant.Original) ? mutant.Changed : rule)
        .Where(rule => rule.Holders.Contains(pair.Holder) && rule.Receivers.Contains(pair.Receiver)));
}
