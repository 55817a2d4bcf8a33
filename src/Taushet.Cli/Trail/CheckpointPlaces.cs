using System.CommandLine;

namespace Taushet.Cli.Trail;

/// <summary>Where the checkpoint files of gateways are.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="given">What the command was told, or null.</param>
/// <param name="variables">The gateway's environment variables.</param>
internal sealed class CheckpointPlaces(DataFolder folder, string? given, GatewayVariables variables)
{
    /// <summary>As a command was called.</summary>
    public static CheckpointPlaces Of(ParseResult parsed, DataFolder folder, GatewayVariables variables) =>
        new(folder, parsed.GetValue(TrailOptions.CheckpointFile), variables);

    /// <summary>The file of a gateway.</summary>
    public string Of(string gateway) => given
        ?? (gateway == variables.LogName ? variables.CheckpointFile : null)
        ?? folder.CheckpointFile(gateway);
}
