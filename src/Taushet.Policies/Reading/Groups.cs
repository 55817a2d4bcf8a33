using Taushet.Core.Vocabulary;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Reading;

/// <summary>Named groups of cells and of services (groups.yaml), and the reading of lists that may use them.</summary>
internal sealed class Groups
{
    public Dictionary<string, CellSet> Cells { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ServiceSet> Services { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads groups.yaml; a group may use those above it.</summary>
    public void Read(Source source, YamlNode root)
    {
        if (source.Map(root, "groups.yaml", ["cells", "services"]) is not { } map)
        {
            return;
        }

        foreach (var (name, node) in Entries(map, "cells"))
        {
            Cells[name] = this.ReadCells(source, node);
        }

        foreach (var (name, node) in Entries(map, "services"))
        {
            Services[name] = this.ReadServices(source, node);
        }
    }

    private static IEnumerable<(string Name, YamlNode Node)> Entries(MapReader map, string key) =>
        map.Need(key) is YamlMappingNode entries
            ? entries.Children.Select(entry => (((YamlScalarNode)entry.Key).Value ?? string.Empty, entry.Value))
            : [];
}
