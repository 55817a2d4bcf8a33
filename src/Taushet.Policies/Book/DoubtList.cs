using System.Collections.Frozen;
using System.Collections.Immutable;
using Taushet.Policies.Faults;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Book;

/// <summary>What is doubtful of which rules: <c>doubts.yaml</c> of the policy folder. It explains and decides nothing.</summary>
public sealed class DoubtList
{
    /// <summary>The file's name, beside the rules.</summary>
    public const string File = "doubts.yaml";

    private static readonly string[] Keys = ["doubt", "rules"];

    private DoubtList(FrozenDictionary<string, string> byRule, ImmutableArray<Fault> faults) => (ByRule, Faults) = (byRule, faults);

    /// <summary>What is doubtful, by the rule's id.</summary>
    public FrozenDictionary<string, string> ByRule { get; }

    /// <summary>What is wrong with the file, against the doubtful rules of the book.</summary>
    public ImmutableArray<Fault> Faults { get; }

    /// <summary>Reads the list. A doubtful rule without a doubt, and a doubt of a rule that is none, are faults.</summary>
    /// <param name="folder">The policy folder.</param>
    /// <param name="book">Its book.</param>
    public static DoubtList Read(string folder, PolicyBook book)
    {
        var faults = new FaultList();
        var source = new Source(File, faults);
        var path = Path.Combine(folder, File);
        var doubtful = book.Doubts.Select(doubt => doubt.RuleId).ToHashSet(StringComparer.Ordinal);
        var byRule = new Dictionary<string, string>(StringComparer.Ordinal);
        if (System.IO.File.Exists(path) && source.Parse(System.IO.File.ReadAllText(path)) is { } root)
        {
            foreach (var node in source.Items(root, "The file"))
            {
                ReadOne(source, node, doubtful, byRule);
            }
        }

        foreach (var doubt in book.Doubts.Where(doubt => !byRule.ContainsKey(doubt.RuleId)))
        {
            faults.Add(new Fault(
                File, 0, 0, FaultKind.MissingKey, $"Nothing is said of '{doubt.RuleId}', which is doubtful ({doubt.File}:{doubt.Line}).", "Say what a jurist must settle."));
        }

        return new DoubtList(byRule.ToFrozenDictionary(StringComparer.Ordinal), faults.Sorted());
    }

    private static void ReadOne(Source source, YamlNode node, HashSet<string> doubtful, Dictionary<string, string> byRule)
    {
        if (source.Map(node, "A doubt", Keys) is not { } map || map.NeedText("doubt") is not { } doubt || map.Need("rules") is not { } rules)
        {
            return;
        }

        foreach (var item in source.Items(rules, "The rules of a doubt"))
        {
            if (source.Word(item, "A rule") is not { } id)
            {
                continue;
            }

            if (!doubtful.Contains(id))
            {
                source.Report(item, FaultKind.UnknownCode, $"'{id}' is no rule marked M or U.", "Name a doubtful rule, or take it out.");
            }
            else if (!byRule.TryAdd(id, doubt))
            {
                source.Report(item, FaultKind.DuplicateId, $"'{id}' has two doubts.", "Say both in one.");
            }
        }
    }
}
