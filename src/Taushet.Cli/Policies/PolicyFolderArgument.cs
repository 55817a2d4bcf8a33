using System.CommandLine;
using Taushet.Policies;
using Taushet.Policies.Book;

namespace Taushet.Cli.Policies;

/// <summary>The policy folder that a command reads, and what is told when it does not load.</summary>
internal static class PolicyFolderArgument
{
    /// <summary>The argument, <c>policies</c> when left out.</summary>
    public static Argument<string> Make() => new("PATH")
    {
        Description = "The policy folder.",
        DefaultValueFactory = _ => "policies",
    };

    /// <summary>The book, or null after every fault was told.</summary>
    public static PolicyBook? Load(string folder, TextWriter output)
    {
        var loaded = PolicyLoader.Load(folder);
        foreach (var fault in loaded.Faults)
        {
            output.WriteLine(fault);
        }

        return loaded.Book;
    }
}
