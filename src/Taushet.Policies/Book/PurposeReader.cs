using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Reading;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Book;

/// <summary>Reads purposes.yaml: what a purpose of a receiver can need at most.</summary>
internal sealed class PurposeReader(Groups groups)
{
    private static readonly string[] Keys = ["purpose", "receivers", "needs"];
    private static readonly string[] Needs = [.. Codes<Need>.Members.Select(Codes<Need>.Of)];

    public IEnumerable<(PurposeNeeds Needs, MapReader Map)> Read(Source source, YamlNode root)
    {
        foreach (var node in source.Items(root, "The file"))
        {
            if (source.Map(node, "A purpose", Keys) is not { } map)
            {
                continue;
            }

            var purpose = source.Code<Purpose>(map.Need("purpose"));
            var receivers = groups.ReadServices(source, map.Need("receivers"));
            var atMost = map.Need("needs") is { } needs ? ReadNeeds(source, needs) : [];
            if (purpose is { } known)
            {
                yield return (new PurposeNeeds(known, receivers, atMost), map);
            }
        }
    }

    private ImmutableArray<(Need Need, CellSet Cells)> ReadNeeds(Source source, YamlNode node)
    {
        if (source.Map(node, "The needs", Needs) is not { } map)
        {
            return [];
        }

        return
        [
            .. Codes<Need>.Members
                .Select(need => (Need: need, Node: map.Find(Codes<Need>.Of(need))))
                .Where(entry => entry.Node is not null)
                .Select(entry => (entry.Need, groups.ReadCells(source, entry.Node))),
        ];
    }
}
