using System.Security.Cryptography;
using System.Text;
using Taushet.Policies.Faults;

namespace Taushet.Policies.Book;

/// <summary>The files of a policy folder, read once: the same bytes are parsed and hashed.</summary>
internal sealed class PolicyFiles
{
    private static readonly string[] Fixed = ["acts.yaml", "givers.yaml", "groups.yaml", "purposes.yaml"];

    /// <summary>Files that explain and do not decide: no part of the hash.</summary>
    private static readonly string[] Explaining = ["glossary.yaml", Phrases];

    /// <summary>May be left out: members are then called by their codes.</summary>
    private const string Phrases = "phrases.yaml";

    private readonly SortedDictionary<string, byte[]> contents = new(StringComparer.Ordinal);

    /// <summary>The rule files, by relative name.</summary>
    public IEnumerable<string> RuleFiles =>
        contents.Keys.Where(name => name.StartsWith("rules/", StringComparison.Ordinal));

    public static PolicyFiles Read(string folder, FaultList faults)
    {
        var files = new PolicyFiles();
        if (!Directory.Exists(folder))
        {
            faults.Add(new Fault(folder, 0, 0, FaultKind.Unreadable, "There is no such folder.", "Name the folder of a policy set."));
            return files;
        }

        foreach (var name in Fixed.Concat(Explaining).Where(name => name != Phrases || File.Exists(Path.Combine(folder, name))))
        {
            files.Add(folder, name, faults);
        }

        var rules = Path.Combine(folder, "rules");
        var names = Directory.Exists(rules) ? Directory.GetFiles(rules, "*.yaml") : [];
        foreach (var path in names)
        {
            files.Add(folder, $"rules/{Path.GetFileName(path)}", faults);
        }

        if (names.Length == 0)
        {
            faults.Add(new Fault("rules", 0, 0, FaultKind.Unreadable, "The folder holds no rule file.", "Add rules/<act>.yaml."));
        }

        return files;
    }

    public string? Text(string name) => contents.TryGetValue(name, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>SHA-256 over the canonical content, lower-case hex.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Content()));

    /// <summary>Name, length and content of every file that decides, by name: what is hashed, and what a set is kept as.</summary>
    /// <remarks>The glossary and the phrases explain and do not decide, so they are not part of it.</remarks>
    public byte[] Content() => CanonicalContent.Write(contents.Where(file => !Explaining.Contains(file.Key)));

    /// <summary>The files of a kept set.</summary>
    /// <exception cref="FormatException">The content is not canonical.</exception>
    public static PolicyFiles Of(ReadOnlySpan<byte> content)
    {
        var files = new PolicyFiles();
        foreach (var (name, bytes) in CanonicalContent.Read(content))
        {
            files.contents.Add(name, bytes);
        }

        return files;
    }

    private void Add(string folder, string name, FaultList faults)
    {
        try
        {
            contents[name] = File.ReadAllBytes(Path.Combine(folder, name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(name, 0, 0, FaultKind.Unreadable, "The file cannot be read.", "Put it there, readable."));
        }
    }
}
