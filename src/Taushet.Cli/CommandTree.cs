using System.CommandLine;
using Taushet.Cli.Load;
using Taushet.Cli.Tokens;

namespace Taushet.Cli;

/// <summary>Every command of <c>taushet</c>, as a parts list.</summary>
internal static class CommandTree
{
    /// <summary>Builds the tree.</summary>
    /// <param name="clock">The clock of every command.</param>
    public static RootCommand Build(TimeProvider clock)
    {
        var root = new RootCommand("Taushet: lawful sharing of information on children, field by field.");
        root.Add(TokenCommand.Build(clock));
        root.Add(LoadCommand.Build(clock));
        return root;
    }
}
