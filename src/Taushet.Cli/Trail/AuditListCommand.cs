using System.CommandLine;
using System.Data.Common;
using Taushet.Storage.Sqlite;

namespace Taushet.Cli.Trail;

/// <summary><c>taushet audit list</c>: the public parts of the entries, one line each.</summary>
internal static class AuditListCommand
{
    private static readonly Option<long> From = new("--from")
    {
        Description = "Index of the first entry to list, from 0.",
        DefaultValueFactory = _ => 0,
    };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("list", "Lists the entries of the log: what both parties may read.");
        command.Add(SharedOptions.Data);
        command.Add(From);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = new DataFolder(parsed.GetRequiredValue(SharedOptions.Data));
        var output = parsed.InvocationConfiguration.Output;
        if (!File.Exists(folder.Database))
        {
            return new CommandFault("there is no store", folder.Database, "point --data at a gateway's data folder")
                .Tell(parsed.InvocationConfiguration.Error);
        }

        try
        {
            await using var store = SqliteStore.Open(folder.Options(createKeys: false));
            var broken = 0;
            await foreach (var entry in store.Trail.ReadAsync(cancellation).Skip((int)parsed.GetValue(From)))
            {
                broken += entry.LeafHashHolds ? 0 : 1;
                output.WriteLine(EntryLine.Of(entry));
            }

            output.WriteLine($"{await store.Trail.CountAsync(cancellation)} entries in the log, {broken} with a broken leaf hash");
            return broken == 0 ? 0 : 1;
        }
        catch (Exception fault) when (fault is InvalidOperationException or DbException or IOException or FormatException)
        {
            return new CommandFault(
                $"the log cannot be read: {fault.Message}",
                folder.Database,
                "run taushet db migrate, and check that the key file beside the store is its own")
                .Tell(parsed.InvocationConfiguration.Error);
        }
    }
}
