using System.CommandLine;
using Taushet.Policies;
using Taushet.Policies.Book;
using Taushet.Policies.Cases;
using Taushet.Policies.Faults;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy test</c>: runs a file or folder of cases, one line a case.</summary>
internal static class PolicyTestCommand
{
    private static readonly Argument<string> Cases = new("PATH") { Description = "A case file or a folder of them." };

    private static readonly Option<string> Folder = new("--policies")
    {
        Description = "The policy folder.",
        DefaultValueFactory = _ => "policies",
    };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("test", "Runs cases through the rule book; fails on any difference.");
        command.Add(Cases);
        command.Add(Folder);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        var loaded = PolicyLoader.Load(parsed.GetRequiredValue(Folder));
        return loaded.Succeeded
            ? RunCases(parsed.GetRequiredValue(Cases), loaded.Book, output)
            : TellFaults(loaded.Faults, output);
    }

    private static int RunCases(string path, PolicyBook book, TextWriter output)
    {
        var cases = CaseLoader.Load(path, book);
        if (!cases.Succeeded)
        {
            return TellFaults(cases.Faults, output);
        }

        var report = CaseRunner.Run(cases.Cases, book.Policies);
        foreach (var result in report.Results)
        {
            output.WriteLine(result);
            foreach (var difference in result.Differences)
            {
                output.WriteLine($"      {result.Case.File}:{result.Case.Line}: {difference}");
            }
        }

        TellCoverage(report.Coverage, output);
        output.WriteLine($"{report.Results.Length} cases: {report.Passed} passed, {report.Failed} failed");
        return report.Failed == 0 && report.Results.Length > 0 ? 0 : 1;
    }

    private static void TellCoverage(RuleCoverage coverage, TextWriter output)
    {
        var rules = coverage.Fired.Count + coverage.NeverFired.Length;
        output.WriteLine($"rules: {coverage.Fired.Count} of {rules} fired in at least one case");
        if (!coverage.NeverFired.IsEmpty)
        {
            output.WriteLine($"never fired: {string.Join(' ', coverage.NeverFired)}");
        }
    }

    private static int TellFaults(IReadOnlyCollection<Fault> faults, TextWriter output)
    {
        foreach (var fault in faults)
        {
            output.WriteLine(fault);
        }

        output.WriteLine($"{faults.Count} faults; no case was run");
        return 1;
    }
}
