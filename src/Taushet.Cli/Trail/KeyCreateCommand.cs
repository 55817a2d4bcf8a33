using System.CommandLine;
using Taushet.Storage.Signing;

namespace Taushet.Cli.Trail;

/// <summary><c>taushet audit key create</c>: makes the first key. Outside Development a gateway makes none by itself.</summary>
internal static class KeyCreateCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(GatewayVariables variables)
    {
        var command = new Command("create", "Makes the key that signs checkpoints, and publishes its public half.");
        command.Add(TrailOptions.Gateway);
        command.Add(SharedOptions.Data);
        command.SetAction(parsed => KeyChange.Run(parsed, "taushet audit key rotate puts a new one beside it", folder =>
        {
            var made = CheckpointKeyChange.Create(folder.Path, parsed.GetValue(TrailOptions.Gateway) ?? variables.LogName);
            return [$"made   {made.Name}+{made.KeyId:x8}", $"list   {folder.PublicKeys}: for everyone who verifies"];
        }));
        return command;
    }
}
