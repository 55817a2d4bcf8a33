using System.Collections.Immutable;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Draw;
using Taushet.Policies.Assurance.Givers;
using Taushet.Policies.Assurance.Table;
using Taushet.Policies.Cases;

namespace Taushet.Policies.Assurance.Mutation;

/// <summary>What became of a change to givers.yaml or purposes.yaml.</summary>
/// <param name="File">The file.</param>
/// <param name="What">Where and what, in words.</param>
/// <param name="Kind">How it was changed.</param>
/// <param name="Case">A case that comes out otherwise, or null.</param>
/// <param name="Table">Whether the table says something else; it tells every place, so that what it does not tell is the same law.</param>
public sealed record BookMutantResult(string File, string What, MutationKind Kind, string? Case, bool Table);

/// <summary>Changes who may consent, and what can be necessary, in one place after the other, and looks whether cases or table notice.</summary>
/// <param name="policies">The book.</param>
/// <param name="cases">Its cases, all of which pass.</param>
public sealed class BookMutation(PolicySet policies, ImmutableArray<PolicyCase> cases)
{
    private readonly GiverPlaces places = new(policies);

    private readonly ImmutableArray<(PolicyCase Case, MemberSet<Purpose> Purposes)> underPurposes = [.. cases.Select(found => (found, PurposesOf(found, policies)))];

    /// <summary>Every rule of givers.yaml, changed in one place: all such changes, or some of them.</summary>
    public ImmutableArray<GiverMutant> Givers(int? sample, int seed) => Chance.Drawn([.. policies.Givers.SelectMany(GiverMutations.Of)], sample, seed);

    /// <summary>Every entry of purposes.yaml, changed in one place: all such changes, or some of them.</summary>
    public ImmutableArray<NeedMutant> Needs(int? sample, int seed) => Chance.Drawn([.. policies.Needs.SelectMany(NeedMutations.Of)], sample, seed);

    /// <summary>Tries changes of who may consent.</summary>
    public ImmutableArray<BookMutantResult> Try(ImmutableArray<GiverMutant> mutants) => Each(mutants, Try);

    /// <summary>Tries changes of what can be necessary.</summary>
    public ImmutableArray<BookMutantResult> Try(ImmutableArray<NeedMutant> mutants) => Each(mutants, Try);

    private static ImmutableArray<BookMutantResult> Each<T>(ImmutableArray<T> mutants, Func<T, BookMutantResult> tried)
    {
        var results = new BookMutantResult[mutants.Length];
        Parallel.For(0, mutants.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, place => results[place] = tried(mutants[place]));
        return [.. results];
    }

    private BookMutantResult Try(GiverMutant mutant)
    {
        var areas = mutant.Original.Areas | mutant.Changed.Areas;
        var set = new Lazy<PolicySet>(() => policies.Trying(policies.Givers.Replace(mutant.Original, mutant.Changed), policies.Needs));
        return new BookMutantResult(
            "givers.yaml",
            $"{mutant.Original.Id}: {mutant.Kind} {mutant.What}",
            mutant.Kind,
            Failing(cases.Where(found => found.Facts.Consents.Or([]).Any(consent => areas.Contains(consent.Area))), set),
            !places.AreSame(policies.Givers, mutant.Original, mutant.Changed));
    }

    private BookMutantResult Try(NeedMutant mutant)
    {
        var (purpose, receivers) = (mutant.Original.Purpose, mutant.Original.Receivers);
        var set = new Lazy<PolicySet>(() => policies.Trying(policies.Givers, policies.Needs.Replace(mutant.Original, mutant.Changed)));
        return new BookMutantResult(
            "purposes.yaml",
            $"{Codes<Purpose>.Of(purpose)} of {Words.Of(receivers)}: {mutant.Kind} {mutant.What}",
            mutant.Kind,
            Failing(underPurposes.Where(found => found.Purposes.Contains(purpose) && receivers.Contains(found.Case.Request.Receiver.Service)).Select(found => found.Case), set),
            receivers.ToList().Any(receiver => NeedTable.AtMost(policies, purpose, receiver) != NeedTable.AtMost(set.Value, purpose, receiver)));
    }

    private static string? Failing(IEnumerable<PolicyCase> concerned, Lazy<PolicySet> set) =>
        concerned.FirstOrDefault(found => !CaseRunner.Run(found, set.Value).Passed)?.Id;

    /// <summary>The purposes under which something is given in a case: the claimed one, and those of the duties that apply.</summary>
    private static MemberSet<Purpose> PurposesOf(PolicyCase found, PolicySet policies) =>
        Decider.Decide(found.Request, found.Facts, policies).Applied
            .Where(applied => applied.Rule.Step == Step.Duty)
            .Aggregate(
                found.Request.Purpose.IsKnown ? MemberSet<Purpose>.Of(found.Request.Purpose.Value) : default,
                (purposes, applied) => purposes | applied.Rule.Purposes);
}
