using System.CommandLine;

namespace Taushet.Cli;

/// <summary>Options that several commands take.</summary>
internal static class SharedOptions
{
    /// <summary>The gateway's data folder.</summary>
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "The gateway's data folder.",
        DefaultValueFactory = _ => "data",
    };
}
