using System.CommandLine;
using Taushet.Policies;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy check</c>: every fault of a policy folder, with file and line.</summary>
internal static class PolicyCheckCommand
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "The policy folder." };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("check", "Reads a policy folder and tells every fault with file and line.");
        command.Add(Folder);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        var loaded = PolicyLoader.Load(parsed.GetRequiredValue(Folder));
        foreach (var fault in loaded.Faults)
        {
            output.WriteLine(fault);
        }

        foreach (var rule in loaded.Book?.Undated ?? [])
        {
            output.WriteLine($"not in force, no date set: {rule.Id} ({rule.Citations[0]})");
        }

        output.WriteLine(loaded.Succeeded ? "the folder loads, no fault" : $"{loaded.Faults.Length} faults");
        return loaded.Succeeded ? 0 : 1;
    }
}
