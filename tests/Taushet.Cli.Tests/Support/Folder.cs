namespace Taushet.Cli.Tests.Support;

/// <summary>A folder of a test's own, removed afterwards.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("taushet-cli-");

    public static string RealPolicies { get; } = FindPolicies();

    public string Path => folder.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    /// <summary>A copy of the real rule book, for a test to break.</summary>
    public string CopyPolicies()
    {
        foreach (var file in Directory.EnumerateFiles(RealPolicies, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = File(System.IO.Path.GetRelativePath(RealPolicies, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }

        return Path;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string FindPolicies()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(System.IO.Path.Combine(at.FullName, "Taushet.sln")))
        {
            at = at.Parent!;
        }

        return System.IO.Path.Combine(at.FullName, "policies");
    }
}
