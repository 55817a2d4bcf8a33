namespace Taushet.Demo.Tests;

/// <summary>The project's README, for what it counts.</summary>
internal static class Readme
{
    public static string Text()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Taushet.sln")))
        {
            folder = folder.Parent;
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "README.md"));
    }
}
