namespace Taushet.Policies.Assurance.Table;

/// <summary>The table as files beside the rules.</summary>
public static class TableFiles
{
    /// <summary>Every file that is not what it should be, with the first line that differs.</summary>
    /// <param name="folder">The folder of the table.</param>
    /// <param name="table">The table of the rules.</param>
    public static IEnumerable<string> Differences(string folder, IReadOnlyDictionary<string, string> table)
    {
        foreach (var (name, text) in table.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, name);
            var kept = File.Exists(path) ? File.ReadAllText(path) : string.Empty;
            if (!string.Equals(kept, text, StringComparison.Ordinal))
            {
                yield return $"{DecisionTable.Folder}/{name}{FirstDifference(kept, text)}";
            }
        }

        foreach (var name in Names(folder).Where(name => !table.ContainsKey(name)))
        {
            yield return $"{DecisionTable.Folder}/{name}: no rule has this act";
        }
    }

    /// <summary>Puts the files there, and takes away those of acts that have no rule.</summary>
    public static void Write(string folder, IReadOnlyDictionary<string, string> table)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in table)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        foreach (var name in Names(folder).Where(name => !table.ContainsKey(name)))
        {
            File.Delete(Path.Combine(folder, name));
        }
    }

    private static List<string> Names(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
        : [];

    private static string FirstDifference(string kept, string text)
    {
        var (before, after) = (kept.Split('\n'), text.Split('\n'));
        var same = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $":{same + 1}\n  kept: {before.ElementAtOrDefault(same)}\n  now:  {after.ElementAtOrDefault(same)}";
    }
}
