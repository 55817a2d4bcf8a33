using System.CommandLine;

namespace Taushet.Cli.Policies;

/// <summary>Options that several commands on the law take.</summary>
internal static class PolicyOptions
{
    /// <summary>The policy folder.</summary>
    public static Option<string> Folder { get; } = new("--policies")
    {
        Description = "The policy folder.",
        DefaultValueFactory = _ => "policies",
    };
}
