using System.CommandLine;
using System.Data.Common;
using System.Security.Cryptography;
using Taushet.Storage;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail;

/// <summary>The trail as a command has it: the open store, where it was found, and where to tell.</summary>
/// <param name="Store">The store. The command writes no log.</param>
/// <param name="Folder">The data folder.</param>
/// <param name="Output">Where the command tells.</param>
/// <param name="Errors">Where it tells what stopped it.</param>
internal sealed record OpenTrail(IStore Store, DataFolder Folder, TextWriter Output, TextWriter Errors)
{
    /// <summary>Opens the store, runs a command on it, and tells what stops either.</summary>
    /// <returns>The command's exit code.</returns>
    public static Task<int> RunAsync(ParseResult parsed, Func<OpenTrail, Task<int>> command) =>
        RunAsync(parsed, static (folder, cancellation) => folder.OpenStoreAsync(cancellation), command);

    /// <summary>The same for a command that logs what its operator reads, in a log of the operator's own.</summary>
    public static Task<int> RunAsOperatorAsync(ParseResult parsed, Func<OpenTrail, Task<int>> command) =>
        RunAsync(parsed, static (folder, cancellation) => folder.OpenStoreAsync(OperatorEntry.Identity, cancellation), command);

    private static async Task<int> RunAsync(
        ParseResult parsed,
        Func<DataFolder, CancellationToken, Task<IStore?>> open,
        Func<OpenTrail, Task<int>> command)
    {
        var folder = new DataFolder(parsed.GetRequiredValue(SharedOptions.Data));
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            var store = await open(folder, CancellationToken.None);
            if (store is null)
            {
                return new CommandFault("there is no store", folder.Database, "point --data at a gateway's data folder").Tell(errors);
            }

            await using (store)
            {
                return await command(new OpenTrail(store, folder, output, errors));
            }
        }
        catch (Exception fault) when (Stops(fault))
        {
            return new CommandFault(
                $"the log cannot be read: {fault.Message}",
                folder.Place,
                "run taushet db migrate, and check that the key files beside the store are its own")
                .Tell(errors);
        }
    }

    /// <summary>Whether a fault is one of the store or its keys, and is told to people.</summary>
    public static bool Stops(Exception fault) => fault
        is InvalidOperationException or DbException or IOException or FormatException or UnauthorizedAccessException
        or CryptographicException or InvalidDataException or StoredValueException;
}
