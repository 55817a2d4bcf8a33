using Taushet.Core.Vocabulary;
using Taushet.Policies.Reading;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Cases;

/// <summary>Reads what must come out of a case.</summary>
internal sealed class ExpectationReader(Groups groups, CitationReader citations)
{
    /// <summary>Every key of an expectation; policies/case.schema.json documents the same.</summary>
    public static readonly string[] Keys =
    [
        "MUST", "MAY_ON_REQUEST", "MAY_BY_HOLDER", "ROUTE_TO_HUMAN", "relevant", "by_hand", "by_hand_in_silence",
        "citations", "obligations", "without_obligations", "routes",
    ];

    public CaseExpectation? Read(Source source, YamlNode node)
    {
        if (source.Map(node, "The expectation", Keys) is not { } map)
        {
            return null;
        }

        return new CaseExpectation
        {
            Must = Cells(map, "MUST"),
            MayOnRequest = Cells(map, "MAY_ON_REQUEST"),
            MayByHolder = Cells(map, "MAY_BY_HOLDER"),
            RouteToHuman = Cells(map, "ROUTE_TO_HUMAN"),
            Relevant = Cells(map, "relevant"),
            ByHand = Cells(map, "by_hand") | Cells(map, "by_hand_in_silence"),
            ByHandInSilence = Cells(map, "by_hand_in_silence"),
            Citations = citations.Read(source, map.Find("citations")),
            Obligations = source.CodeSet<Obligation>(map.Find("obligations")),
            WithoutObligations = source.CodeSet<Obligation>(map.Find("without_obligations")),
            Routes = source.CodeSet<Route>(map.Find("routes")),
        };
    }

    private CellSet Cells(MapReader map, string key) => groups.ReadCells(map.Source, map.Find(key));
}
