using System.CommandLine;
using Taushet.Storage.Ports;
using Taushet.Storage.Signing;

namespace Taushet.Cli.Trail;

/// <summary>
/// <c>taushet audit wrapping-key</c>: changes the key that wraps the keys of persons and entries. No entry is touched; over the overlap
/// the new key and the one before both open.
/// </summary>
internal static class WrappingKeyCommands
{
    /// <summary>Builds the group.</summary>
    public static Command[] Build() => [Rotate(), Rewrap(), Retire()];

    private static Command Rotate() => Make(
        "rotate",
        "Puts a new key in use and wraps by it what the one before has wrapped. Give the key file to every gateway before its keys are retired.",
        async opened =>
        {
            opened.Output.WriteLine("made   a new wrapping key; the one before still opens, until it is retired");
            return Tell(opened, await opened.Store.Wrapping.RewrapAsync(CancellationToken.None));
        },
        WrappingKeyChange.Rotate);

    private static Command Rewrap() => Make(
        "rewrap",
        "Wraps by the key in use what the one before has wrapped since: run it again when a rotation was stopped.",
        async opened => Tell(opened, await opened.Store.Wrapping.RewrapAsync(CancellationToken.None)));

    private static Command Retire() => Make(
        "retire",
        "Takes the key before out of the file, when nothing is left that it alone opens.",
        async opened =>
        {
            var count = await opened.Store.Wrapping.RewrapAsync(CancellationToken.None);
            Tell(opened, count);
            if (count.Rewrapped > 0)
            {
                return new CommandFault(
                    "a gateway still wrapped by the key before",
                    opened.Folder.Place,
                    "see that every gateway has the new key file, and run this again").Tell(opened.Errors);
            }

            WrappingKeyChange.Retire(opened.Folder.Path);
            opened.Output.WriteLine("retired; copies of the file and of the database from before still open with the old key: destroy them");
            return 0;
        });

    private static int Tell(OpenTrail opened, RewrapCount count)
    {
        opened.Output.WriteLine($"{Lines.Count(count.Keys, "key")}, {count.Rewrapped} wrapped anew");
        if (count.Unreadable > 0)
        {
            opened.Errors.WriteLine($"{Lines.Count(count.Unreadable, "key")} opens with neither: of another key file");
        }

        return 0;
    }

    private static Command Make(string name, string description, Func<OpenTrail, Task<int>> run, Action<string>? first = null)
    {
        var command = new Command(name, description);
        command.Add(SharedOptions.Data);
        command.SetAction(parsed =>
        {
            var folder = new DataFolder(parsed.GetRequiredValue(SharedOptions.Data));
            try
            {
                first?.Invoke(folder.Path);
            }
            catch (Exception fault) when (fault is InvalidOperationException)
            {
                return Task.FromResult(new CommandFault(fault.Message, folder.Path, "taushet audit wrapping-key retire comes first")
                    .Tell(parsed.InvocationConfiguration.Error));
            }
            catch (Exception fault) when (fault is IOException or FormatException or UnauthorizedAccessException)
            {
                return Task.FromResult(new CommandFault(
                    fault.Message, folder.Path, "point --data at a gateway's data folder, with a store.keys that you may read and write")
                    .Tell(parsed.InvocationConfiguration.Error));
            }

            return OpenTrail.RunAsync(parsed, run);
        });
        return command;
    }
}
