using Taushet.Policies.Faults;
using Taushet.Policies.Yaml;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>Findings that a jurist has accepted: <c>findings.yaml</c> of the policy folder, each with its reason.</summary>
public sealed record AcceptedFinding(FindingKind Kind, string RuleId, string Reason)
{
    private static readonly string[] Keys = ["finding", "rule", "reason"];

    /// <summary>Reads the list; there need be none.</summary>
    /// <param name="folder">The policy folder.</param>
    /// <returns>The accepted findings, and what is wrong with the file.</returns>
    public static (IReadOnlyList<AcceptedFinding> Accepted, IReadOnlyList<Fault> Faults) Read(string folder)
    {
        const string Name = "findings.yaml";
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file))
        {
            return ([], []);
        }

        var faults = new FaultList();
        var source = new Source(Name, faults);
        var accepted = source.Parse(File.ReadAllText(file)) is { } root
            ? source.Items(root, "The file").Select(node => ReadOne(source, node)).OfType<AcceptedFinding>().ToList()
            : [];
        return (accepted, faults.Sorted());
    }

    private static AcceptedFinding? ReadOne(Source source, YamlDotNet.RepresentationModel.YamlNode node)
    {
        if (source.Map(node, "An accepted finding", Keys) is not { } map
            || map.NeedText("finding") is not { } word
            || map.NeedText("rule") is not { } rule
            || map.NeedText("reason") is not { } reason)
        {
            return null;
        }

        if (Enum.TryParse<FindingKind>(word, ignoreCase: true, out var kind))
        {
            return new AcceptedFinding(kind, rule, reason);
        }

        var kinds = string.Join(", ", Enum.GetNames<FindingKind>()).ToLowerInvariant();
        source.Report(map.At("finding"), FaultKind.UnknownCode, $"'{word}' is no kind of finding.", $"Use one of: {kinds}.");
        return null;
    }
}
