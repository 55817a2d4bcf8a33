using Taushet.Policies.Book;

namespace Taushet.Policies.Tests;

/// <summary>The real policy folder of the repository, loaded once.</summary>
internal static class PolicyFolder
{
    public static string Root { get; } = Find();

    public static PolicyBook Book { get; } = PolicyLoader.Load(Root).Book!;

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Taushet.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "policies");
    }
}
