using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Book;
using Taushet.Policies.Faults;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Cases;

/// <summary>Reads the cases of one file after the other; ids are unique over all of them.</summary>
internal sealed class CaseReader(PolicyBook book)
{
    /// <summary>Every key of a case; policies/case.schema.json documents the same.</summary>
    public static readonly string[] Keys =
    [
        "case", "title", "like", "flow", "receiver", "holder", "child", "date", "purpose", "bases", "evidence", "facts", "needed",
        "expect",
    ];

    private static readonly string[] PartyKeys = ["service", "form", "organisation"];
    private static readonly string[] ChildKeys = ["age", "unborn"];
    private static readonly string[] NeedKeys = [.. Codes<Need>.Members.Select(Codes<Need>.Of), "unstated"];
    private static readonly DateOnly DefaultDate = new(2026, 11, 21);

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly EvidenceReader evidence = new(book.Groups);
    private readonly CaseFactsReader facts = new(book.Groups);
    private readonly ExpectationReader expectations = new(book.Groups, book.Citations);

    public IEnumerable<PolicyCase> Read(Source source, YamlNode root)
    {
        var above = new Dictionary<string, YamlMappingNode>(StringComparer.Ordinal);
        foreach (var node in source.Items(root, "The file"))
        {
            var whole = CaseInheritance.Complete(source, node, above);
            if (source.Map(whole, "A case", Keys) is { } map && ReadOne(map) is { } read)
            {
                yield return read;
            }
        }
    }

    private PolicyCase? ReadOne(MapReader map)
    {
        var source = map.Source;
        var id = map.NeedText("case");
        var title = map.NeedText("title");
        var date = source.Date(map.Find("date")) ?? DefaultDate;
        var child = map.Find("child") is { } node ? source.Map(node, "The child", ChildKeys) : null;
        var request = ReadRequest(map, child, date);
        var read = facts.Read(map, child, date);
        var expected = map.Need("expect") is { } expect ? expectations.Read(source, expect) : null;
        if (id is not null && !ids.Add(id))
        {
            source.Report(map.At("case"), FaultKind.DuplicateId, $"The case '{id}' is there twice.", "Give each case its own id.");
        }

        return id is null || title is null || request is null || expected is null
            ? null
            : new PolicyCase
            {
                Id = id,
                Title = title,
                File = source.File,
                Line = (int)map.Node.Start.Line,
                Request = request,
                Facts = read,
                Expected = expected,
            };
    }

    private Request? ReadRequest(MapReader map, MapReader? child, DateOnly date)
    {
        var source = map.Source;
        var flow = source.Code<Flow>(map.Need("flow"));
        var receiver = map.Need("receiver") is { } to ? ReadParty(source, to) : null;
        var holder = map.Need("holder") is { } from ? ReadParty(source, from) : null;
        var needed = map.Need("needed") is { } list ? ReadNeeds(source, list) : null;
        if (flow is null || receiver is null || holder is null || needed is null)
        {
            return null;
        }

        return new Request
        {
            Flow = flow.Value,
            Receiver = receiver,
            Holder = holder,
            Purpose = source.KnownCode<Purpose>(map.Find("purpose")),
            Needs = needed,
            Asserted = source.CodeSet<Basis>(map.Find("bases")),
            Evidence = map.Find("evidence") is { } stated ? evidence.Read(source, stated) : Evidence.None,
            Unborn = child is not null && (source.YesOrNo(child.Find("unborn")) ?? false),
            LawDate = date,
        };
    }

    private static PartyRef? ReadParty(Source source, YamlNode node)
    {
        if (node is YamlScalarNode)
        {
            return source.Code<Service>(node) is { } alone ? new PartyRef(string.Empty, string.Empty, alone, default) : null;
        }

        if (source.Map(node, "A party", PartyKeys) is not { } map || source.Code<Service>(map.Need("service")) is not { } service)
        {
            return null;
        }

        var organisation = map.FindText("organisation") ?? string.Empty;
        return new PartyRef(organisation, string.Empty, service, source.KnownCode<ServiceForm>(map.Find("form")));
    }

    private NeedList? ReadNeeds(Source source, YamlNode node)
    {
        if (source.Map(node, "The needed cells", NeedKeys) is not { } map)
        {
            return null;
        }

        var stated = Codes<Need>.Members
            .Select(need => (need, Cells: Reading.CellLists.ReadCells(book.Groups, source, map.Find(Codes<Need>.Of(need)))))
            .Where(entry => !entry.Cells.IsEmpty)
            .ToList();
        return new NeedList(stated, Reading.CellLists.ReadCells(book.Groups, source, map.Find("unstated")));
    }
}
