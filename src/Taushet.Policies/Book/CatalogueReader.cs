using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Book;

/// <summary>Reads acts.yaml and glossary.yaml.</summary>
internal static class CatalogueReader
{
    public static IEnumerable<(Act Act, MapReader Map)> ReadActs(Source source, YamlNode root)
    {
        foreach (var node in source.Items(root, "acts.yaml"))
        {
            if (source.Map(node, "An act", ["act", "lovdata", "title", "in_force"]) is { } map
                && map.NeedText("act") is { } name
                && map.NeedText("lovdata") is { } id
                && map.NeedText("title") is { } title)
            {
                yield return (new Act(name, id, title, ReadEntry(source, map.Find("in_force"))), map);
            }
        }
    }

    public static IEnumerable<(Term Term, MapReader Map)> ReadTerms(Source source, YamlNode root)
    {
        foreach (var node in source.Items(root, "glossary.yaml"))
        {
            if (source.Map(node, "A term", ["norsk", "identifier", "source", "meaning"]) is { } map
                && map.NeedText("norsk") is { } norsk
                && map.NeedText("identifier") is { } identifier
                && map.NeedText("source") is { } where
                && map.NeedText("meaning") is { } meaning)
            {
                yield return (new Term(norsk, identifier, where, meaning), map);
            }
        }
    }

    private static EntryIntoForce? ReadEntry(Source source, YamlNode? node) => node switch
    {
        null => null,
        YamlScalarNode { Value: UndatedRules.Word } => new EntryIntoForce(null),
        _ => new EntryIntoForce(source.Date(node)),
    };
}
