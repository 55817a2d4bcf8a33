using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Reading;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Book;

/// <summary>Reads the rules of one file.</summary>
internal sealed class RuleReader(Groups groups, CitationReader citations, UndatedRules dates)
{
    /// <summary>Every key of a rule; policies/rule.schema.json documents the same.</summary>
    public static readonly string[] Keys =
    [
        "rule", "title", "reason", "step", "citations", "confidence", "from", "to", "holders", "receivers", "flows", "bases",
        "purposes", "own_initiative", "when", "cells", "relevant", "always", "within", "outcome", "yields_to_objection",
        "closes_traits", "comes_with", "obligations", "routes", "replaced_by",
    ];

    public IEnumerable<RuleDraft> Read(Source source, YamlNode root)
    {
        foreach (var node in source.Items(root, "The file"))
        {
            if (source.Map(node, "A rule", Keys) is { } map && ReadOne(map) is { } draft)
            {
                yield return draft;
            }
        }
    }

    private static Outcome DefaultOutcome(Step step) => step switch
    {
        Step.Duty => Outcome.Must,
        Step.Consent => Outcome.MayOnRequest,
        Step.Anonymised => Outcome.MayByHolder,
        Step.Opening or Step.RoutingShield or Step.SoftShield or Step.Recipient => Outcome.Withhold,
        Step.Base or Step.Notice or Step.Endangerment or Step.Obligation => Outcome.Withhold,
    };

    private RuleDraft? ReadOne(MapReader map)
    {
        var source = map.Source;
        var id = map.NeedText("rule");
        var title = map.NeedText("title");
        var reason = map.NeedText("reason");
        var step = source.Code<Step>(map.Need("step"));
        var confidence = source.Code<Confidence>(map.Need("confidence"));
        var from = dates.From(map);
        var outcome = source.Code<Outcome>(map.Find("outcome"));
        var rule = new Rule
        {
            Id = id ?? string.Empty,
            Title = title ?? string.Empty,
            Reason = reason ?? string.Empty,
            Step = step ?? Step.Base,
            Citations = citations.Read(source, map.Need("citations")),
            Confidence = confidence ?? Confidence.Unsure,
            From = from ?? DateOnly.MaxValue,
            To = dates.To(map),
            Holders = groups.ReadServices(source, map.Need("holders")),
            Receivers = groups.ReadServices(source, map.Need("receivers")),
            Flows = source.CodeSet<Flow>(map.Need("flows")),
            Bases = source.CodeSet<Basis>(map.Find("bases")),
            Purposes = source.CodeSet<Purpose>(map.Find("purposes")),
            OwnInitiative = source.YesOrNo(map.Find("own_initiative")) ?? false,
            When = ConditionReader.Read(source, map.Find("when")),
            Cells = groups.ReadCells(source, map.Find("cells")),
            Relevant = groups.ReadCells(source, map.Find("relevant")),
            AlwaysNecessary = groups.ReadCells(source, map.Find("always")),
            Within = source.Code<Scope>(map.Find("within")) ?? Scope.None,
            Outcome = outcome ?? DefaultOutcome(step ?? Step.Base),
            YieldsToObjection = source.YesOrNo(map.Find("yields_to_objection")) ?? false,
            ClosesTraits = source.CodeSet<Trait>(map.Find("closes_traits")),
            ComesWith = [.. source.Items(map.Find("comes_with"), "comes_with").Select(item => source.Word(item, "A rule id")).OfType<string>()],
            Obligations = source.CodeSet<Obligation>(map.Find("obligations")),
            Routes = source.CodeSet<Route>(map.Find("routes")),
        };

        return id is null || step is null || from is null ? null : new RuleDraft(rule, map);
    }
}
