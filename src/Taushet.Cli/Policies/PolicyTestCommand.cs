using System.CommandLine;
using Taushet.Cli.Policies.Reports;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy test</c>: runs a file or folder of cases, one line a case.</summary>
internal static class PolicyTestCommand
{
    private static readonly Argument<string> Cases = new("PATH") { Description = "A case file or a folder of them." };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "How to tell: text for people, junit (XML) or json for tools.",
        DefaultValueFactory = _ => "text",
    };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        Format.AcceptOnlyFromAmong("text", "junit", "json");
        var command = new Command("test", "Runs cases through the rule book; fails on any difference.");
        command.Add(Cases);
        command.Add(PolicyOptions.Folder);
        command.Add(Format);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        var run = CaseRun.Of(parsed.GetRequiredValue(PolicyOptions.Folder), parsed.GetRequiredValue(Cases));
        switch (parsed.GetRequiredValue(Format))
        {
            case "junit":
                JunitReport.Write(run, output);
                break;
            case "json":
                JsonReport.Write(run, output);
                break;
            default:
                TextReport.Write(run, output);
                break;
        }

        return run.ExitCode;
    }
}
