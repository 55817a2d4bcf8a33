using System.Collections.Immutable;
using System.CommandLine;
using Taushet.Policies.Assurance.Mutation;
using Taushet.Policies.Assurance.Proving;
using Taushet.Policies.Book;
using Taushet.Policies.Cases;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy mutate</c>: changes rules in one place each, and tells which changes no case notices.</summary>
internal static class PolicyMutateCommand
{
    private static readonly Argument<string> Folder = PolicyFolderArgument.Make();

    private static readonly Option<int?> Sample = new("--sample") { Description = "How many mutants, drawn at random; all when left out." };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "The same seed draws the same mutants.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<bool> Prove = new("--prove") { Description = "Look too whether a survivor breaks a sentence about all requests; slow." };

    private static readonly Option<double> Least = new("--least")
    {
        Description = "The least share, from 0 to 1, that must be caught for the command to succeed.",
    };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("mutate", "Changes each rule in one place after the other and tells which changes no case notices.");
        command.Add(Folder);
        command.Add(Sample);
        command.Add(Seed);
        command.Add(Prove);
        command.Add(Least);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        var folder = parsed.GetRequiredValue(Folder);
        if (PolicyFolderArgument.Load(folder, output) is not { } book)
        {
            return 1;
        }

        var cases = CaseLoader.Load(Path.Combine(folder, "cases"), book);
        foreach (var fault in cases.Faults)
        {
            output.WriteLine(fault);
        }

        return cases.Succeeded ? Mutate(book, cases.Cases, parsed, output) : 1;
    }

    private static int Mutate(PolicyBook book, ImmutableArray<PolicyCase> cases, ParseResult parsed, TextWriter output)
    {
        var files = Directory.CreateTempSubdirectory("taushet-mutate-").FullName;
        if (!Z3.IsInstalled)
        {
            output.WriteLine($"Mutants that change nothing are counted as survivors. {Z3.HowToInstall}");
        }

        var results = PolicyMutation.Run(
            book.Policies,
            cases,
            parsed.GetValue(Sample),
            parsed.GetValue(Seed),
            Z3.IsInstalled ? mutant => Equivalence.Holds(book.Policies, mutant, files) : null,
            Z3.IsInstalled && parsed.GetValue(Prove) ? changed => PolicyProof.FirstBroken(changed, files, seconds: 60) : null);
        Directory.Delete(files, recursive: true);
        foreach (var survivor in results.Where(result => result.Fate == MutantFate.Survived)
            .OrderBy(result => result.Mutant.Original.Id, StringComparer.Ordinal))
        {
            output.WriteLine($"survived  {survivor.Mutant.Original.Id}: {survivor.Mutant.Kind} {survivor.Mutant.What} ({survivor.By})");
        }

        foreach (var kind in results.GroupBy(result => result.Mutant.Kind).OrderBy(group => group.Key))
        {
            output.WriteLine($"{kind.Key,-17} {Told([.. kind])}");
        }

        output.WriteLine($"{"all",-17} {Told(results)}");
        return ShareOf(results) >= parsed.GetValue(Least) ? 0 : 1;
    }

    private static string Told(ImmutableArray<MutantResult> results) =>
        $"{Count(results, MutantFate.CaughtByCase),6} caught by cases, {Count(results, MutantFate.CaughtByProof),5} by proofs, {Count(results, MutantFate.Survived),5} survived, "
        + $"{Count(results, MutantFate.Equivalent),5} proved to change nothing: {ShareOf(results):P1} caught";

    private static int Count(ImmutableArray<MutantResult> results, MutantFate fate) => results.Count(result => result.Fate == fate);

    private static double ShareOf(ImmutableArray<MutantResult> results)
    {
        var telling = results.Length - Count(results, MutantFate.Equivalent);
        return telling == 0 ? 1 : (double)(telling - Count(results, MutantFate.Survived)) / telling;
    }
}
