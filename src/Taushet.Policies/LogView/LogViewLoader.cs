using Taushet.Core.Trail.OwnView;
using Taushet.Core.Trail.Unlawful;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Faults;
using Taushet.Policies.Reading;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.LogView;

/// <summary>Loads log-view.yaml of a policy folder, and the names from phrases.yaml: whole or not at all.</summary>
public static class LogViewLoader
{
    private const string PolicyFile = "log-view.yaml";

    // May be left out: members are then called by their codes.
    private const string Phrases = "phrases.yaml";

    /// <summary>Whether a folder has them.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, PolicyFile));

    /// <summary>Loads.</summary>
    /// <param name="folder">The policy folder.</param>
    /// <param name="faults">Every fault; empty when the book is not null.</param>
    /// <returns>Null when there is any fault.</returns>
    public static LogViewBook? Load(string folder, out IReadOnlyList<Fault> faults)
    {
        var found = new FaultList();
        var groups = new Groups();
        LogViewPolicy? policy = null;
        var texts = LogTextReader.WithoutNames;
        Parse(folder, "groups.yaml", found, groups.Read);
        Parse(folder, PolicyFile, found, (source, root) => policy = ReadPolicy(source, root, groups));
        if (File.Exists(Path.Combine(folder, Phrases)))
        {
            Parse(folder, Phrases, found, (source, root) => texts = LogTextReader.Read(source, root));
        }

        faults = [.. found.Sorted()];
        return found.IsEmpty && policy is not null ? new LogViewBook(policy, texts) : null;
    }

    private static void Parse(string folder, string name, FaultList faults, Action<Source, YamlNode> read)
    {
        var source = new Source(name, faults);
        try
        {
            if (source.Parse(File.ReadAllText(Path.Combine(folder, name))) is { } root)
            {
                read(source, root);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(name, 0, 0, FaultKind.Unreadable, "The file cannot be read.", "Put it there, readable."));
        }
    }

    private static LogViewPolicy? ReadPolicy(Source source, YamlNode root, Groups groups)
    {
        if (source.Map(root, "log-view.yaml", ["ages", "parents", "named", "hidden", "notices", "delays"]) is not { } map
            || map.Need("parents") is not { } parentsNode
            || source.Map(parentsNode, "'parents'", ["until", "own-consent"]) is not { } parents
            || parents.Need("own-consent") is not { } ownNode
            || source.Map(ownNode, "'own-consent'", ["services", "until", "citation"]) is not { } own)
        {
            return null;
        }

        return new LogViewPolicy
        {
            Ages = [.. source.Items(map.Need("ages"), "'ages'").Select(node => ReadAge(source, node, groups)).OfType<LogViewAge>()],
            Hidden = [.. source.Items(map.Need("hidden"), "'hidden'").Select(node => ReadRule(source, node, groups)).OfType<LogViewRule>()],
            Named = groups.ReadServices(source, map.Need("named")),
            ParentsUntil = source.Number(parents.Need("until")) ?? 0,
            ParentsUntilOwnConsent = source.Number(own.Need("until")) ?? 0,
            OwnConsent = groups.ReadServices(source, own.Need("services")),
            Notices = [.. source.Items(map.Find("notices"), "'notices'").Select(node => ReadNotice(source, node, groups)).OfType<NoticeRule>()],
            Delays = [.. source.Items(map.Find("delays"), "'delays'").Select(node => ReadDelay(source, node, groups)).OfType<DelayGround>()],
        };
    }

    private static LogViewAge? ReadAge(Source source, YamlNode node, Groups groups) =>
        source.Map(node, "An age", ["services", "from", "citation"]) is { } map
            ? new LogViewAge(
                groups.ReadServices(source, map.Need("services")),
                source.Number(map.Need("from")) ?? int.MaxValue,
                map.NeedText("citation") ?? string.Empty)
            : null;

    private static LogViewRule? ReadRule(Source source, YamlNode node, Groups groups) =>
        source.Map(node, "A rule", ["id", "from", "services", "bases", "flows", "days", "citation"]) is { } map
            ? new LogViewRule(
                map.NeedText("id") ?? string.Empty,
                groups.ReadServices(source, map.Need("from")),
                groups.ReadServices(source, map.Need("services")),
                map.Find("bases") is { } bases ? source.CodeSet<Basis>(bases) : default,
                map.Find("flows") is { } flows ? source.CodeSet<Flow>(flows) : default,
                source.Number(map.Find("days")),
                map.NeedText("citation") ?? string.Empty)
            : null;

    private static NoticeRule? ReadNotice(Source source, YamlNode node, Groups groups) =>
        source.Map(node, "A notice", ["id", "to", "services", "from-risk", "hours", "citation"]) is { } map
            && source.Code<NoticeTo>(map.Need("to")) is { } to
            && source.Code<BreachRisk>(map.Need("from-risk")) is { } risk
            ? new NoticeRule(
                map.NeedText("id") ?? string.Empty,
                to,
                groups.ReadServices(source, map.Need("services")),
                risk,
                source.Number(map.Find("hours")) ?? 0,
                map.NeedText("citation") ?? string.Empty)
            : null;

    private static DelayGround? ReadDelay(Source source, YamlNode node, Groups groups) =>
        source.Map(node, "A delay", ["id", "services", "days", "citation"]) is { } map
            ? new DelayGround(
                map.NeedText("id") ?? string.Empty,
                groups.ReadServices(source, map.Need("services")),
                source.Number(map.Need("days")) ?? 0,
                map.NeedText("citation") ?? string.Empty)
            : null;
}
