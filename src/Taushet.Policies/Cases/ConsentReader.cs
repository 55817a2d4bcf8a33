using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Reading;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Cases;

/// <summary>Reads one recorded consent. Without dates it runs from a month before the case's date to eleven months after.</summary>
internal sealed class ConsentReader(Groups groups)
{
    private static readonly string[] Keys =
        ["area", "givers", "holders", "receivers", "purposes", "cells", "from", "to", "child_heard", "child_against"];

    private static readonly string[] GiverKeys = ["capacity", "lives_with_child"];
    private static readonly string[] PartyKeys = ["service", "organisation"];

    public ConsentFact? Read(Source source, YamlNode node, int place, DateOnly date)
    {
        if (source.Map(node, "A consent", Keys) is not { } map || source.Code<ConsentArea>(map.Need("area")) is not { } area)
        {
            return null;
        }

        return new ConsentFact
        {
            Id = CaseFactsReader.IdOf(1, place),
            Version = 1,
            Area = area,
            Givers = [.. source.Items(map.Need("givers"), "givers").Select(giver => Giver(source, giver))],
            Holders = Parties(source, map.Need("holders")),
            Receivers = Parties(source, map.Need("receivers")),
            Purposes = source.CodeSet<Purpose>(map.Need("purposes")),
            Cells = groups.ReadCells(source, map.Need("cells")),
            From = source.Date(map.Find("from")) ?? date.AddMonths(-1),
            To = source.Date(map.Find("to")) ?? date.AddMonths(11),
            ChildHeard = source.YesOrNo(map.Find("child_heard")) ?? false,
            ChildAgainst = source.YesOrNo(map.Find("child_against")) ?? false,
        };
    }

    private static ConsentGiver Giver(Source source, YamlNode node)
    {
        if (node is YamlScalarNode)
        {
            return new ConsentGiver(source.Code<ConsentCapacity>(node) ?? ConsentCapacity.NextOfKin, false);
        }

        var map = source.Map(node, "A giver", GiverKeys);
        var capacity = map is null ? null : source.Code<ConsentCapacity>(map.Need("capacity"));
        return new ConsentGiver(capacity ?? ConsentCapacity.NextOfKin, source.YesOrNo(map?.Find("lives_with_child")) ?? false);
    }

    private static ImmutableArray<ConsentParty> Parties(Source source, YamlNode? node) =>
    [
        .. source.Items(node, "The parties")
            .Select(item => Party(source, item))
            .Where(party => party is not null)
            .Select(party => party!.Value),
    ];

    private static ConsentParty? Party(Source source, YamlNode node)
    {
        if (node is YamlScalarNode)
        {
            return source.Code<Service>(node) is { } alone ? new ConsentParty(alone, string.Empty) : null;
        }

        return source.Map(node, "A party", PartyKeys) is { } map && source.Code<Service>(map.Need("service")) is { } service
            ? new ConsentParty(service, map.FindText("organisation") ?? string.Empty)
            : null;
    }
}
