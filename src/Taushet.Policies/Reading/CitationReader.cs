using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Policies.Faults;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Reading;

/// <summary>Reads citations and gives each the Lovdata id of its act.</summary>
internal sealed class CitationReader(IReadOnlyDictionary<string, string> lovdataIds)
{
    private static readonly string[] Keys = ["act", "section", "paragraph", "letter", "number", "sentence"];

    public ImmutableArray<Citation> Read(Source source, YamlNode? node)
    {
        var citations = ImmutableArray.CreateBuilder<Citation>();
        foreach (var item in source.Items(node, "A list of citations"))
        {
            if (ReadOne(source, item) is { } citation)
            {
                citations.Add(citation);
            }
        }

        return citations.ToImmutable();
    }

    private Citation? ReadOne(Source source, YamlNode node)
    {
        if (source.Map(node, "A citation", Keys) is not { } map
            || map.NeedText("act") is not { } act
            || map.NeedText("section") is not { } section)
        {
            return null;
        }

        if (!lovdataIds.TryGetValue(act, out var lovdataId))
        {
            source.Report(map.At("act"), FaultKind.UnknownAct, $"acts.yaml has no act '{act}'.", "Add the act there, or correct the name.");
            return null;
        }

        return new Citation(
            act,
            lovdataId,
            section,
            source.Number(map.Find("paragraph")) ?? 0,
            map.FindText("letter") ?? string.Empty,
            source.Number(map.Find("number")) ?? 0,
            source.Number(map.Find("sentence")) ?? 0);
    }
}
