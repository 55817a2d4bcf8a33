using Taushet.Policies.Faults;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Yaml;

/// <summary>A mapping with a closed list of keys; an unknown key is a fault as soon as the reader is made.</summary>
internal sealed class MapReader
{
    private readonly Dictionary<string, YamlNode> values = new(StringComparer.Ordinal);

    public MapReader(Source source, YamlMappingNode node, string what, ReadOnlySpan<string> keys)
    {
        Source = source;
        Node = node;
        What = what;
        foreach (var (key, value) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? string.Empty;
            if (keys.Contains(name))
            {
                values[name] = value;
                continue;
            }

            var known = string.Join(", ", keys.ToArray());
            source.Report(key, FaultKind.UnknownKey, $"{what} has no key '{name}'.", $"Use one of: {known}.");
        }
    }

    public Source Source { get; }

    public YamlMappingNode Node { get; }

    public string What { get; }

    /// <summary>The key's value, or null when it is not there.</summary>
    public YamlNode? Find(string key) => values.GetValueOrDefault(key);

    /// <summary>Where to point for a key: its value, or the mapping when it is not there.</summary>
    public YamlNode At(string key) => Find(key) ?? Node;

    /// <summary>The key's value, or null after a reported fault.</summary>
    public YamlNode? Need(string key)
    {
        if (values.TryGetValue(key, out var value))
        {
            return value;
        }

        Source.Report(Node, FaultKind.MissingKey, $"{What} lacks '{key}'.", $"Add '{key}'.");
        return null;
    }

    public string? NeedText(string key) => Need(key) is { } node ? Source.Word(node, $"'{key}'") : null;

    public string? FindText(string key) => Find(key) is { } node ? Source.Word(node, $"'{key}'") : null;
}
