using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Reading;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Book;

/// <summary>Reads givers.yaml: who may consent.</summary>
internal sealed class GiverReader(CitationReader citations)
{
    private static readonly string[] Keys =
        ["giver", "citations", "confidence", "from", "to", "areas", "purposes", "when", "requires"];

    public IEnumerable<(GiverRule Giver, MapReader Map)> Read(Source source, YamlNode root)
    {
        foreach (var node in source.Items(root, "The file"))
        {
            if (source.Map(node, "A giver rule", Keys) is not { } map)
            {
                continue;
            }

            var id = map.NeedText("giver");
            var confidence = source.Code<Confidence>(map.Need("confidence"));
            var from = source.Date(map.Need("from"));
            var requires = source.Code<GiverRequirement>(map.Need("requires"));
            var giver = new GiverRule(
                id ?? string.Empty,
                citations.Read(source, map.Need("citations")),
                confidence ?? Confidence.Unsure,
                from ?? DateOnly.MaxValue,
                source.Date(map.Find("to")),
                source.CodeSet<ConsentArea>(map.Need("areas")),
                ConditionReader.Read(source, map.Need("when")),
                requires ?? GiverRequirement.SelfAndBothParents)
            {
                Purposes = source.CodeSet<Purpose>(map.Find("purposes")),
            };
            yield return (giver, map);
        }
    }
}
