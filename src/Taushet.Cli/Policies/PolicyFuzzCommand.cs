using System.CommandLine;
using System.Diagnostics;
using Taushet.Core.Policies;
using Taushet.Policies.Assurance.Fuzz;
using Taushet.Policies.Assurance.Writing;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy fuzz</c>: holds the decider against the specification on requests drawn from the rules.</summary>
internal static class PolicyFuzzCommand
{
    private const double LeastReleasing = 0.3;

    private static readonly Argument<string> Folder = PolicyFolderArgument.Make();

    private static readonly Option<int> Count = new("--count")
    {
        Description = "How many requests.",
        DefaultValueFactory = _ => 1_000_000,
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "The same seed draws the same requests.",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("fuzz", "Decides random requests twice over, by the gateway's decider and by the plain specification of the law's ladder; fails on any difference.");
        command.Add(Folder);
        command.Add(Count);
        command.Add(Seed);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        return PolicyFolderArgument.Load(parsed.GetRequiredValue(Folder), output) is { } book
            ? Fuzz(book.Policies, parsed.GetValue(Count), parsed.GetValue(Seed), output)
            : 1;
    }

    private static int Fuzz(PolicySet policies, int count, int seed, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var report = PolicyFuzz.RunShares(policies, count, seed, progress: tried =>
        {
            if (tried % 50_000 == 0)
            {
                output.WriteLine($"{tried} requests, {tried / watch.Elapsed.TotalSeconds:0} a second");
            }
        });
        output.WriteLine(
            $"{report.Tried} requests from seed {seed}, {report.Tried / watch.Elapsed.TotalSeconds:0} a second; "
            + $"{report.ReleasingShare:P1} released something");
        if (report.Difference is { } difference)
        {
            output.WriteLine("the decider and the law's ladder differ:");
            foreach (var line in difference.Result.Differences)
            {
                output.WriteLine($"  {line}");
            }

            output.Write(CaseText.Of(
                $"fuzz-{seed}-{report.Tried}",
                "The decider differs from the specification",
                difference.Request,
                difference.Facts,
                Expectations.Of(difference.Result.Wanted)));
            return 1;
        }

        if (report.ReleasingShare < LeastReleasing)
        {
            output.WriteLine($"too few released something: the draw should reach {LeastReleasing:P0}");
            return 1;
        }

        output.WriteLine("both say the same of every request");
        return 0;
    }
}
