using System.CommandLine;
using Taushet.Policies;
using Taushet.Policies.Book;

namespace Taushet.Cli.Policies;

/// <summary>A policy folder as a command has it: loaded, or every fault told.</summary>
internal static class LoadedFolder
{
    /// <summary>Loads the folder and runs a command on it.</summary>
    /// <returns>The command's exit code, or 1 after the faults.</returns>
    public static int Run(ParseResult parsed, Func<PolicyBook, int> command)
    {
        var loaded = PolicyLoader.Load(parsed.GetRequiredValue(PolicyOptions.Folder));
        if (loaded.Succeeded)
        {
            return command(loaded.Book);
        }

        var output = parsed.InvocationConfiguration.Output;
        foreach (var fault in loaded.Faults)
        {
            output.WriteLine(fault);
        }

        output.WriteLine($"{loaded.Faults.Length} faults; nothing was done");
        return 1;
    }
}
