using System.CommandLine;
using Taushet.Storage.Signing;

namespace Taushet.Cli.Trail;

/// <summary><c>taushet audit key rotate</c>: puts a new key in use; the one before signs beside it.</summary>
internal static class KeyRotateCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("rotate", "Puts a new key in use at once. The one before signs beside it until it is retired.");
        command.Add(SharedOptions.Data);
        command.SetAction(parsed => KeyChange.Run(
            parsed,
            "retire the key before with taushet audit key retire; a key that the environment gives is changed there",
            folder => [
                .. CheckpointKeyChange.Rotate(folder.Path).Select(key => $"made   {key.Name}+{key.KeyId:x8}; the key before signs beside it"),
                $"list   {folder.PublicKeys}: give it to everyone who verifies, then run taushet audit key retire",
                KeyChange.TakenUp,
            ]));
        return command;
    }
}
