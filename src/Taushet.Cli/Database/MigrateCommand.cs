using System.CommandLine;
using System.Data.Common;
using Taushet.Storage.Sqlite;

namespace Taushet.Cli.Database;

/// <summary><c>taushet db migrate</c>: brings the store to this version's shape.</summary>
internal static class MigrateCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(TimeProvider clock)
    {
        var command = new Command("migrate", "Applies the numbered migration scripts that the store has not had yet.");
        command.Add(SharedOptions.Data);
        command.SetAction(parsed => Run(parsed, clock));
        return command;
    }

    private static int Run(ParseResult parsed, TimeProvider clock)
    {
        var folder = new DataFolder(parsed.GetRequiredValue(SharedOptions.Data));
        try
        {
            Directory.CreateDirectory(folder.Path);
            var applied = SqliteStore.Migrate(folder.Options(createKeys: true), clock);
            foreach (var script in applied)
            {
                parsed.InvocationConfiguration.Output.WriteLine($"applied {script}");
            }

            parsed.InvocationConfiguration.Output.WriteLine($"{folder.Database} is up to date");
            return 0;
        }
        catch (Exception fault) when (fault is InvalidOperationException or DbException or IOException or FormatException)
        {
            return new CommandFault(
                $"the store cannot be migrated: {fault.Message}",
                folder.Database,
                "check that the file is a store of Taushet and that nobody else is writing to it")
                .Tell(parsed.InvocationConfiguration.Error);
        }
    }
}
