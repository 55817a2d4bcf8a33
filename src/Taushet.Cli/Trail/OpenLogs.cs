using System.CommandLine;
using Taushet.Cli.Trail.Verifying;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail;

/// <summary>The logs as a command that only verifies has them.</summary>
/// <param name="Reader">The logs.</param>
/// <param name="Folder">The data folder.</param>
/// <param name="Output">Where the command tells.</param>
/// <param name="Errors">Where it tells what stopped it, and how far it is.</param>
internal sealed record OpenLogs(ILogReader Reader, DataFolder Folder, TextWriter Output, TextWriter Errors)
{
    /// <summary>Opens the logs, runs a command on them, and tells what stops either.</summary>
    /// <returns>The command's exit code.</returns>
    public static async Task<int> RunAsync(ParseResult parsed, Func<OpenLogs, Task<int>> command)
    {
        var folder = new DataFolder(parsed.GetRequiredValue(SharedOptions.Data));
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            return folder.OpenLogs() is { } reader
                ? await command(new OpenLogs(reader, folder, output, errors))
                : new CommandFault("there is no database", folder.Database, "point --data at a gateway's data folder, or at one with a copy of its database")
                    .Tell(errors);
        }
        catch (Exception fault) when (OpenTrail.Stops(fault))
        {
            return new CommandFault(
                $"the log cannot be read: {fault.Message}",
                folder.Place,
                "check that it is a database of Taushet of this version, and that a copy of a running one has its write-ahead log beside it, "
                + "in a folder that may be written")
                .Tell(errors);
        }
    }

    /// <summary>Tells how far it has come: drawn on a terminal, else in lines.</summary>
    public VerifyProgress Progress(long all) =>
        new(Errors, onTerminal: ReferenceEquals(Errors, Console.Error) && !Console.IsErrorRedirected, all);
}
