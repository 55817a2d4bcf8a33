namespace Taushet.Benchmarks;

/// <summary>Where the repository's files are, from wherever the benchmark runs.</summary>
internal static class Repository
{
    /// <summary>The folder of the rule book.</summary>
    public static string Policies { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "policies");
            if (File.Exists(Path.Combine(candidate, "acts.yaml")))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("no policies folder above the benchmark");
    }
}
