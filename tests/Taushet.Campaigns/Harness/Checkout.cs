namespace Taushet.Campaigns.Harness;

/// <summary>Where the project is checked out.</summary>
internal static class Checkout
{
    /// <summary>The folder of the rule book.</summary>
    public static string Policies => Path.Combine(Root(), "policies");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Taushet.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The campaigns run from a checkout of the project.");
    }
}
