using System.CommandLine;

namespace Taushet.Cli.Trail;

/// <summary>Options that several commands on the trail take.</summary>
internal static class TrailOptions
{
    /// <summary>One log of several.</summary>
    public static Option<string?> Log { get; } = new("--log")
    {
        Description = "Id of the log, as 'audit logs' tells it; its first digits will do when no other log has them.",
    };

    /// <summary>One log, where there is no sense in more.</summary>
    public static Option<string> OneLog { get; } = new("--log") { Description = Log.Description, Required = true };

    /// <summary>A gateway's identity.</summary>
    public static Option<string?> Gateway { get; } = new("--name")
    {
        Description = "The gateway's identity, its option LogName. By default what Taushet__LogName says, else 'gateway'.",
    };

    /// <summary>A checkpoint file that is not where it is by default.</summary>
    public static Option<string?> CheckpointFile { get; } = new("--checkpoint-file")
    {
        Description = "The checkpoint file, the gateway's option CheckpointFile. By default the one in the data folder.",
    };
}
