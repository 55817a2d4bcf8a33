using System.CommandLine;
using System.Data.Common;
using Taushet.Cli.Trail;
using Taushet.Storage.Sqlite;
using Taushet.Storage.Trail;

namespace Taushet.Cli.Database;

/// <summary><c>taushet db backup</c>: a copy of the database as it is at one moment, while a gateway runs.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> Target = new("file") { Description = "The file to make. It must not be there yet." };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command(
            "backup",
            "Copies the database file of a gateway that may be running. Keys and checkpoint file are not part of it: keep them elsewhere.");
        command.Add(Target);
        command.Add(SharedOptions.Data);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = new DataFolder(parsed.GetRequiredValue(SharedOptions.Data));
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var target = parsed.GetRequiredValue(Target);
        if (folder.IsOnServer)
        {
            return new CommandFault("the store is on SQL Server", DataFolder.ServerVariable, "use the server's own backup").Tell(errors);
        }

        if (!File.Exists(folder.Database))
        {
            return new CommandFault("there is no store", folder.Database, "point --data at a gateway's data folder").Tell(errors);
        }

        try
        {
            SqliteBackup.Make(folder.Database, target);
            foreach (var log in await TrailCopy.InFile(target).LogsAsync(cancellation))
            {
                output.WriteLine($"copied {Lines.Name(log)}  {Lines.Count(log.Size, "entry")}");
            }

            output.WriteLine($"{target} is a copy of {folder.Database}; verify it with taushet audit verify");
            return 0;
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return new CommandFault($"it cannot be copied: {fault.Message}", target, "name a file that is not there yet, where there is room").Tell(errors);
        }
    }
}
