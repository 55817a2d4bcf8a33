using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Reading;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Cases;

/// <summary>
/// Reads what the registers say. What is left out is unknown, save that consents, objections, secrecies and standing decisions are
/// then none; <c>unreadable</c> makes them unknown.
/// </summary>
internal sealed class CaseFactsReader(Groups groups)
{
    private static readonly string[] Keys =
    [
        "grading", "care", "hidden_address", "contact_ban", "responsibility", "dead", "consents", "objections",
        "secrecies", "standing_decisions",
    ];

    private static readonly string[] ObjectionKeys = ["holder", "receiver", "cells"];
    private static readonly string[] SecrecyKeys = ["holder", "kept_from", "cells"];
    private static readonly string[] DecisionKeys = ["receiver", "purpose", "cells"];

    private readonly ConsentReader consents = new(groups);

    public Facts Read(MapReader map, MapReader? child, DateOnly date)
    {
        var source = map.Source;
        var age = source.KnownNumber(child?.Find("age"));
        if (map.Find("facts") is not { } node || source.Map(node, "The facts", Keys) is not { } facts)
        {
            return new Facts
            {
                Age = age,
                Consents = ImmutableArray<ConsentFact>.Empty,
                Objections = ImmutableArray<ObjectionFact>.Empty,
                Secrecies = ImmutableArray<SecrecyFact>.Empty,
                StandingDecisions = ImmutableArray<StandingDecisionFact>.Empty,
            };
        }

        return new Facts
        {
            Age = age,
            Dead = source.KnownYesOrNo(facts.Find("dead")),
            Grading = source.KnownCode<Grading>(facts.Find("grading")),
            Care = source.KnownCode<CareSituation>(facts.Find("care")),
            HiddenAddress = source.KnownYesOrNo(facts.Find("hidden_address")),
            ContactBan = source.KnownYesOrNo(facts.Find("contact_ban")),
            Responsibility = source.KnownCode<ParentalResponsibility>(facts.Find("responsibility")),
            Consents = Records(source, facts.Find("consents"), (item, place) => consents.Read(source, item, place, date)),
            Objections = Records(source, facts.Find("objections"), (item, place) => Objection(source, item, place)),
            Secrecies = Records(source, facts.Find("secrecies"), (item, place) => Secrecy(source, item, place)),
            StandingDecisions = Records(source, facts.Find("standing_decisions"), (item, place) => Decision(source, item, place)),
        };
    }

    /// <summary>The id of the n-th record of a kind in a case: stable, so that a case decides to the same bytes.</summary>
    internal static Guid IdOf(int kind, int place) => new(kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)place);

    private static Known<ImmutableArray<T>> Records<T>(Source source, YamlNode? node, Func<YamlNode, int, T?> read)
        where T : class
    {
        switch (node)
        {
            case null or YamlScalarNode { Value: "none" }:
                return ImmutableArray<T>.Empty;
            case YamlScalarNode { Value: "unreadable" }:
                return Known<ImmutableArray<T>>.Unknown;
            default:
                return source.Items(node, "The records").Select((item, place) => read(item, place + 1)).OfType<T>().ToImmutableArray();
        }
    }

    private ObjectionFact? Objection(Source source, YamlNode node, int place) =>
        source.Map(node, "An objection", ObjectionKeys) is { } map
            ? new ObjectionFact(
                IdOf(2, place),
                1,
                source.Code<Service>(map.Find("holder")),
                source.Code<Service>(map.Find("receiver")),
                groups.ReadCells(source, map.Need("cells")))
            : null;

    private SecrecyFact? Secrecy(Source source, YamlNode node, int place) =>
        source.Map(node, "A secrecy", SecrecyKeys) is { } map
            ? new SecrecyFact(
                IdOf(4, place),
                1,
                source.Code<Service>(map.Find("holder")),
                source.Code<Service>(map.Find("kept_from")) ?? Service.ParentWithResponsibility,
                groups.ReadCells(source, map.Need("cells")))
            : null;

    private StandingDecisionFact? Decision(Source source, YamlNode node, int place) =>
        source.Map(node, "A standing decision", DecisionKeys) is { } map
        && source.Code<Service>(map.Need("receiver")) is { } receiver
        && source.Code<Purpose>(map.Need("purpose")) is { } purpose
            ? new StandingDecisionFact(IdOf(3, place), 1, receiver, purpose, groups.ReadCells(source, map.Need("cells")))
            : null;
}
