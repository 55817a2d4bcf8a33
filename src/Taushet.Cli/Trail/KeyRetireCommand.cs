using System.CommandLine;
using Taushet.Storage.Signing;

namespace Taushet.Cli.Trail;

/// <summary><c>taushet audit key retire</c>: takes the key before the present one out of use.</summary>
internal static class KeyRetireCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("retire", "Takes the key before the present one out of use. Receipts that it signed still verify.");
        command.Add(SharedOptions.Data);
        command.SetAction(parsed => KeyChange.Run(parsed, "taushet audit key rotate comes first", folder =>
            CheckpointKeyChange.Retire(folder.Path)
                ? ["retired; its public half stays in the list, so that old receipts verify", KeyChange.TakenUp]
                : throw new InvalidOperationException("there is no key before the present one")));
        return command;
    }
}
