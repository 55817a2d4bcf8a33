using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Taushet.Policies.Book;

/// <summary>The doubts as README.md tells them to jurists: a table row names its rules in backquotes, then says the doubt.</summary>
public static partial class DoubtTable
{
    /// <summary>Reads the table. Without a README nothing is said of any rule.</summary>
    /// <returns>The doubt by rule id.</returns>
    public static FrozenDictionary<string, string> Read(string folder)
    {
        var path = Path.Combine(folder, "README.md");
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        var doubts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cells in lines.Select(line => line.Split('|')).Where(cells => cells.Length == 4))
        {
            foreach (Match id in Ids().Matches(cells[1]))
            {
                doubts[id.Groups["id"].Value] = cells[2].Trim();
            }
        }

        return doubts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex("`(?<id>[a-z0-9-]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();
}
