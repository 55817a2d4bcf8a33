using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Reading;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Cases;

/// <summary>Reads what a party states in support of a basis. What is left out is unknown.</summary>
internal sealed class EvidenceReader(Groups groups)
{
    private static readonly string[] Keys =
    [
        "order", "report", "avert", "danger", "pregnancy", "holder_decision", "feedback", "authority", "mandate", "information",
        "anonymity",
    ];

    public Evidence Read(Source source, YamlNode node)
    {
        if (source.Map(node, "The evidence", Keys) is not { } map)
        {
            return Evidence.None;
        }

        return new Evidence
        {
            Order = Part(map, "order", ["level", "case", "reference", "necessity", "scope", "written", "avoids_serious_situation"], Order),
            Report = Part(map, "report", ["trigger", "certainty", "abuse_suspected", "informing_endangers", "acute"], Report),
            Avert = Part(map, "avert", ["crime", "certainty", "still_possible", "victim_age", "about_equal"], Avert),
            Danger = Part(map, "danger", ["serious_harm", "life_or_health", "still_possible"], Danger),
            Pregnancy = Part(map, "pregnancy", ["damage_likely"], Pregnancy),
            HolderDecision = Part(map, "holder_decision", ["level", "cells"], Decision),
            Feedback = Part(map, "feedback", ["reference", "professional", "investigation_ended", "needed"], Feedback),
            AuthorityOrder = Part(
                map,
                "authority",
                ["level", "reference", "states_purpose", "states_basis", "states_complaint", "written", "scope"],
                Authority),
            Mandate = Part(map, "mandate", ["level", "reference", "scope"], Mandate),
            InformationRight = Part(
                map,
                "information",
                ["child_declines", "weighty_against", "necessary", "can_harm", "confidential"],
                Information),
            Anonymity = Part(map, "anonymity", ["cannot_be_recognised", "known_to_receiver"], Anonymity),
        };
    }

    private static T? Part<T>(MapReader map, string key, string[] keys, Func<MapReader, T> read)
        where T : class =>
        map.Find(key) is { } node && map.Source.Map(node, $"'{key}'", keys) is { } part ? read(part) : null;

    private static EvidenceLevel Level(MapReader map) =>
        map.Source.Code<EvidenceLevel>(map.Find("level")) ?? EvidenceLevel.Asserted;

    private static bool Yes(MapReader map, string key) => map.Source.YesOrNo(map.Find(key)) ?? false;

    private static Known<bool> Known(MapReader map, string key) => map.Source.KnownYesOrNo(map.Find(key));

    private static ReportEvidence Report(MapReader map) => new(
        map.Source.KnownCode<Trigger>(map.Find("trigger")),
        map.Source.KnownCode<Certainty>(map.Find("certainty")),
        Known(map, "abuse_suspected"),
        Known(map, "informing_endangers"),
        Known(map, "acute"));

    private static AvertEvidence Avert(MapReader map) => new(
        map.Source.KnownNumber(map.Find("crime")),
        map.Source.KnownCode<Certainty>(map.Find("certainty")),
        Known(map, "still_possible"),
        map.Source.KnownNumber(map.Find("victim_age")),
        Known(map, "about_equal"));

    private static DangerEvidence Danger(MapReader map) =>
        new(Known(map, "serious_harm"), Known(map, "life_or_health"), Known(map, "still_possible"));

    private static PregnancyEvidence Pregnancy(MapReader map) =>
        new(map.Source.KnownCode<Certainty>(map.Find("damage_likely")));

    private static FeedbackEvidence Feedback(MapReader map) =>
        new(Yes(map, "reference"), Known(map, "professional"), Known(map, "investigation_ended"), Known(map, "needed"));

    private static InformationRightEvidence Information(MapReader map) => new(
        Known(map, "child_declines"),
        Known(map, "weighty_against"),
        Known(map, "necessary"),
        Known(map, "can_harm"),
        Known(map, "confidential"));

    private static AnonymityEvidence Anonymity(MapReader map) =>
        new(Known(map, "cannot_be_recognised"), Known(map, "known_to_receiver"));

    private OrderEvidence Order(MapReader map) => new(
        Level(map),
        map.Source.KnownCode<OrderCase>(map.Find("case")),
        Yes(map, "reference"),
        Yes(map, "necessity"),
        Cells(map, "scope"),
        Known(map, "written"),
        Known(map, "avoids_serious_situation"));

    private HolderDecision Decision(MapReader map) => new(Level(map), Cells(map, "cells"));

    private AuthorityOrderEvidence Authority(MapReader map) => new(
        Level(map),
        Yes(map, "reference"),
        Known(map, "states_purpose"),
        Known(map, "states_basis"),
        Known(map, "states_complaint"),
        Known(map, "written"),
        Cells(map, "scope"));

    private MandateEvidence Mandate(MapReader map) => new(Level(map), Yes(map, "reference"), Cells(map, "scope"));

    private CellSet Cells(MapReader map, string key) => groups.ReadCells(map.Source, map.Find(key));
}
