using System.Collections.Immutable;
using Taushet.Policies.Assurance.Mutation;

namespace Taushet.Cli.Policies;

/// <summary>What became of mutants, as lines: those to look at, then the figures of each kind.</summary>
internal static class MutationLines
{
    /// <summary>Writes the lines.</summary>
    public static void Write(ImmutableArray<MutantResult> results, TextWriter output)
    {
        foreach (var result in InOrder(results.Where(result => result.Same == Sameness.Proved)))
        {
            output.WriteLine($"same law  {Of(result.Mutant)}");
        }

        foreach (var result in InOrder(results.Where(result => result.Fate == MutantFate.Survived)))
        {
            output.WriteLine($"survived  {Of(result.Mutant)}");
        }

        foreach (var kind in results.GroupBy(result => result.Mutant.Kind).OrderBy(group => group.Key))
        {
            output.WriteLine($"{kind.Key,-17} {Told([.. kind])}");
        }

        output.WriteLine($"{"all",-17} {Told(results)}");
    }

    /// <summary>Writes the figures of each kind of change to givers.yaml or purposes.yaml. What the table does not tell is the same law.</summary>
    public static void Write(ImmutableArray<BookMutantResult> results, TextWriter output)
    {
        foreach (var kind in results.GroupBy(result => (result.File, result.Kind)).OrderBy(group => group.Key))
        {
            output.WriteLine($"{kind.Key.File} {kind.Key.Kind,-17} {kind.Count(),6}: {kind.Count(result => result.Case is not null),5} by cases, "
                + $"{kind.Count(result => result.Table),5} by the table, same law: {kind.Count(result => !result.Table && result.Case is null),4}");
        }
    }

    /// <summary>A mutant in few words.</summary>
    public static string Of(Mutant mutant) => $"{mutant.Original.Id}: {mutant.Kind} {mutant.What}";

    /// <summary>The share of the mutants that change something and were caught, from 0 to 1.</summary>
    public static double ShareOf(ImmutableArray<MutantResult> results)
    {
        var telling = results.Count(result => result.Fate != MutantFate.Equivalent);
        return telling == 0 ? 1 : (double)results.Count(result => result.Fate == MutantFate.Caught) / telling;
    }

    private static IEnumerable<MutantResult> InOrder(IEnumerable<MutantResult> results) => results
        .OrderBy(result => result.Mutant.Original.Id, StringComparer.Ordinal)
        .ThenBy(result => result.Mutant.Kind)
        .ThenBy(result => result.Mutant.What, StringComparer.Ordinal);

    private static string Told(ImmutableArray<MutantResult> results)
    {
        var telling = Math.Max(1, results.Count(result => result.Fate != MutantFate.Equivalent));
        var (byCase, byTable) = (results.Count(result => result.Case is not null), results.Count(result => result.Table));
        return $"{results.Length,6}: {byCase,5} by cases ({(double)byCase / telling:P1}), {byTable,5} by the table ({(double)byTable / telling:P1}), "
            + $"{results.Count(result => result.Fate == MutantFate.Caught),5} by either, {results.Count(result => result.Fate == MutantFate.Survived),3} survived, "
            + $"same law: {results.Count(result => result.Same == Sameness.NeverNecessary && result.Fate == MutantFate.Equivalent),4} never necessary, "
            + $"{results.Count(result => result.Same == Sameness.Proved),3} proved; {ShareOf(results):P2} caught";
    }
}
