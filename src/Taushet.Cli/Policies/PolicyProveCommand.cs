using System.CommandLine;
using System.Diagnostics;
using Taushet.Core.Policies;
using Taushet.Policies.Assurance.Proving;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy prove</c>: proves the sentences about all requests from the compiled rules, with z3.</summary>
internal static class PolicyProveCommand
{
    private static readonly Argument<string> Folder = PolicyFolderArgument.Make();

    private static readonly Option<string?> SmtOut = new("--smt-out") { Description = "Where the files of SMT-LIB 2 are kept." };

    private static readonly Option<int> Agree = new("--agree")
    {
        Description = "Hold the form that is proved against the decider on this many random requests.",
    };

    private static readonly Option<int> Seconds = new("--seconds")
    {
        Description = "How long z3 may take for one proof.",
        DefaultValueFactory = _ => 300,
    };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("prove", "Proves the invariants of the law over all requests with z3, and finds rules that do nothing or contradict each other.");
        command.Add(Folder);
        command.Add(SmtOut);
        command.Add(Agree);
        command.Add(Seconds);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        if (!Z3.IsInstalled)
        {
            output.WriteLine(Z3.HowToInstall);
            return 2;
        }

        var folder = parsed.GetRequiredValue(Folder);
        if (PolicyFolderArgument.Load(folder, output) is not { } book)
        {
            return 1;
        }

        var watch = Stopwatch.StartNew();
        var kept = parsed.GetValue(SmtOut);
        var files = kept ?? Directory.CreateTempSubdirectory("taushet-prove-").FullName;
        try
        {
            var broken = Prove(book.Policies, files, parsed.GetValue(Seconds), output);
            var found = TellFindings(book.Policies, folder, files, parsed.GetValue(Seconds), output);
            var differs = Agrees(book.Policies, files, parsed.GetValue(Agree), output);
            output.WriteLine($"{PolicyProof.Names.Count - broken} of {PolicyProof.Names.Count} proved, {found} findings, {watch.Elapsed.TotalSeconds:0} seconds");
            return broken + found + differs == 0 ? 0 : 1;
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(files, recursive: true);
            }
        }
    }

    private static int Prove(PolicySet policies, string files, int seconds, TextWriter output)
    {
        var results = PolicyProof.Run(policies, files, seconds);
        foreach (var result in results)
        {
            output.WriteLine($"{(result.Proved ? "proved  " : "BROKEN  ")} {result.Name,-10} {result.Sentence} ({result.Took.TotalSeconds:0.0} s)");
            output.Write(result.Counterexample);
        }

        foreach (var other in PolicyProof.Otherwise)
        {
            output.WriteLine($"not here  {other.Number,-10} {other.Sentence} Held by {other.HeldBy}.");
        }

        return results.Count(result => !result.Proved);
    }

    private static int TellFindings(PolicySet policies, string folder, string files, int seconds, TextWriter output)
    {
        var (accepted, faults) = AcceptedFinding.Read(folder);
        foreach (var fault in faults)
        {
            output.WriteLine(fault);
        }

        var open = faults.Count;
        var findings = Findings.Of(policies, files, seconds);
        if (findings.IsEmpty)
        {
            output.WriteLine($"none      of {policies.Rules.Length} rules is unreachable, shadowed, redundant, contradicted by others or contradicting another");
        }

        foreach (var finding in findings)
        {
            var reason = accepted.FirstOrDefault(entry => entry.Kind == finding.Kind && entry.RuleId == finding.RuleId)?.Reason;
            output.WriteLine($"{(reason is null ? "FINDING " : "accepted")} {finding.Kind,-12} {finding.RuleId}: {finding.What}{(reason is null ? string.Empty : $" (accepted: {reason})")}");
            open += reason is null ? 1 : 0;
        }

        return open;
    }

    private static int Agrees(PolicySet policies, string files, int count, TextWriter output)
    {
        if (count == 0)
        {
            return 0;
        }

        var difference = FormAgreement.FirstDifference(policies, files, count, seed: 1);
        output.WriteLine(difference is null
            ? $"the form says what the decider says of {count} random requests"
            : $"the form and the decider differ on request {difference} of seed 1; see agreement.smt2 with --smt-out");
        return difference is null ? 0 : 1;
    }
}
