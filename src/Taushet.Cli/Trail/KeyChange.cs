using System.CommandLine;
using Taushet.Storage.Files;

namespace Taushet.Cli.Trail;

/// <summary>Runs a change of the checkpoint key in a data folder, and tells what stops it.</summary>
internal static class KeyChange
{
    /// <summary>What a gateway does about a change.</summary>
    public const string TakenUp = "a gateway that runs on this folder takes it up by itself, within a third of its lease";

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(ParseResult parsed, string remedy, Func<DataFolder, IEnumerable<string>> change)
    {
        var folder = new DataFolder(parsed.GetRequiredValue(SharedOptions.Data));
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (!Directory.Exists(folder.Path))
        {
            return new CommandFault("there is no such folder", folder.Path, "point --data at a gateway's data folder").Tell(errors);
        }

        try
        {
            foreach (var line in change(folder))
            {
                output.WriteLine(line);
            }

            return 0;
        }
        catch (Exception fault) when (fault is InvalidOperationException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new CommandFault(fault.Message, Path.Combine(folder.Path, DataFiles.CheckpointKey), remedy).Tell(errors);
        }
    }
}
