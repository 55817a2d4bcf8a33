using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Taushet.Policies.Assurance.Mutation;
using Taushet.Policies.Assurance.Proving;
using Taushet.Policies.Book;
using Taushet.Policies.Cases;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy mutate</c>: changes rules in one place each, and tells which changes nothing notices.</summary>
internal static class PolicyMutateCommand
{
    private static readonly Argument<string> Folder = PolicyFolderArgument.Make();

    private static readonly Option<int?> Sample = new("--sample") { Description = "How many mutants, drawn at random; all when left out." };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "The same seed draws the same mutants.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int> Prove = new("--prove")
    {
        Description = "Hold this many mutants, drawn at random, to the sentences about all requests too; slow: z3 proves all sentences for each.",
    };

    private static readonly Option<double> Least = new("--least")
    {
        Description = "The least share, from 0 to 1, that must be caught for the command to succeed.",
    };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("mutate", "Changes each rule in one place after the other and tells which changes neither cases nor table notice.");
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

        var watch = Stopwatch.StartNew();
        var mutation = new PolicyMutation(book.Policies, cases);
        var (sample, seed) = (parsed.GetValue(Sample), parsed.GetValue(Seed));
        var mutants = mutation.Mutants(sample, seed);
        var results = mutation.Try(mutants, Z3.IsInstalled ? mutant => Equivalence.Holds(book.Policies, mutant, files) : null);
        MutationLines.Write(results, output);
        var others = new BookMutation(book.Policies, cases);
        MutationLines.Write(others.Try(others.Givers(sample, seed)), output);
        MutationLines.Write(others.Try(others.Needs(sample, seed)), output);
        output.WriteLine($"{watch.Elapsed.TotalSeconds:0} seconds");
        if (Z3.IsInstalled && parsed.GetValue(Prove) > 0)
        {
            HoldToSentences(book, mutation.Mutants(parsed.GetValue(Prove), seed), files, output);
        }

        Directory.Delete(files, recursive: true);
        return MutationLines.ShareOf(results) >= parsed.GetValue(Least) ? 0 : 1;
    }

    private static void HoldToSentences(PolicyBook book, ImmutableArray<Mutant> mutants, string files, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var results = new ProofResult?[mutants.Length];
        Parallel.For(0, mutants.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, place =>
            results[place] = PolicyProof.FirstBroken(PolicyMutation.With(book.Policies, mutants[place]), files, seconds: 60));
        foreach (var (result, mutant) in results.Zip(mutants).Where(pair => pair.First is not null))
        {
            output.WriteLine($"{(result!.Broken ? "breaks" : "no end")} {result.Name,-4} {MutationLines.Of(mutant)}");
        }

        var (broken, open) = (results.Count(result => result is { Broken: true }), results.Count(result => result is { Broken: false }));
        output.WriteLine($"by proofs alone: {broken} of {mutants.Length} drawn mutants break a sentence about all requests, "
            + $"z3 came to no end with {open}, {watch.Elapsed.TotalSeconds:0} seconds");
    }
}
