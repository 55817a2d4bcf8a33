using System.CommandLine;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy hash</c>: the hash that names a policy set in entries and approvals.</summary>
internal static class PolicyHashCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("hash", "Prints the hash of a policy folder: what decides, without glossary, phrases and approvals.");
        command.Add(PolicyOptions.Folder);
        command.SetAction(parsed => LoadedFolder.Run(parsed, book =>
        {
            parsed.InvocationConfiguration.Output.WriteLine(book.Policies.Hash);
            return 0;
        }));
        return command;
    }
}
