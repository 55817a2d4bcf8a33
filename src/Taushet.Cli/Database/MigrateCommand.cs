using System.CommandLine;
using System.Data.Common;

namespace Taushet.Cli.Database;

/// <summary><c>taushet db migrate</c>: brings the store to this version's shape.</summary>
internal static class MigrateCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(TimeProvider clock)
    {
        var command = new Command("migrate", "Applies the numbered migration scripts that the store has not had yet.");
        command.Add(SharedOptions.Data);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, clock, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider clock, CancellationToken cancellation)
    {
        var folder = new DataFolder(parsed.GetRequiredValue(SharedOptions.Data));
        try
        {
            Directory.CreateDirectory(folder.Path);
            foreach (var script in await folder.MigrateAsync(clock, cancellation))
            {
                parsed.InvocationConfiguration.Output.WriteLine($"applied {script}");
            }

            parsed.InvocationConfiguration.Output.WriteLine($"{folder.Place} is up to date");
            return 0;
        }
        catch (Exception fault) when (fault is InvalidOperationException or DbException or IOException or FormatException)
        {
            return new CommandFault(
                $"the store cannot be migrated: {fault.Message}",
                folder.Place,
                "check that it is a store of Taushet, that this login may change it, and that nobody else is writing to it")
                .Tell(parsed.InvocationConfiguration.Error);
        }
    }
}
