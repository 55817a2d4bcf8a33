using Taushet.Policies.Book;
using Taushet.Policies.Faults;
using Taushet.Policies.Yaml;

namespace Taushet.Policies.Cases;

/// <summary>Loads the cases of a file, or of all files of a folder.</summary>
public static class CaseLoader
{
    /// <summary>Reads the cases.</summary>
    /// <param name="path">A case file, or a folder of them; folders below it are read too.</param>
    /// <param name="book">The book whose groups and acts the cases may name.</param>
    /// <returns>The cases, or all faults at once. Bad content never throws.</returns>
    public static CaseLoadResult Load(string path, PolicyBook book)
    {
        var faults = new FaultList();
        var reader = new CaseReader(book);
        var cases = new List<PolicyCase>();
        foreach (var (name, file) in FilesOf(path, faults))
        {
            var source = new Source(name, faults);
            if (TextOf(file, name, faults) is { } text && source.Parse(text) is { } root)
            {
                cases.AddRange(reader.Read(source, root));
            }
        }

        return faults.IsEmpty ? new CaseLoadResult([.. cases], []) : new CaseLoadResult([], faults.Sorted());
    }

    private static IEnumerable<(string Name, string File)> FilesOf(string path, FaultList faults)
    {
        if (!Directory.Exists(path))
        {
            return [(Path.GetFileName(path), path)];
        }

        var files = Directory.GetFiles(path, "*.yaml", SearchOption.AllDirectories);
        if (files.Length == 0)
        {
            faults.Add(new Fault(Path.GetFileName(path), 0, 0, FaultKind.Unreadable, "The folder holds no case.", "Name a folder of .yaml files."));
        }

        return files
            .Select(file => (Name: Path.GetRelativePath(path, file).Replace('\\', '/'), file))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
    }

    private static string? TextOf(string file, string name, FaultList faults)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(name, 0, 0, FaultKind.Unreadable, "The file cannot be read.", "Put it there, readable."));
            return null;
        }
    }
}
