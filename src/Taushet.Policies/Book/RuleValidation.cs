using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Faults;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Book;

/// <summary>What must hold within one rule.</summary>
internal static class RuleValidation
{
    public static void Check(RuleDraft draft, CellSet softlyShielded)
    {
        var (rule, map) = draft;
        CheckFile(rule, map);
        CheckDates(map, rule.From, rule.To);
        CheckNotEmpty(map, "citations", rule.Citations.IsEmpty);
        CheckNotEmpty(map, "holders", rule.Holders.IsEmpty);
        CheckNotEmpty(map, "receivers", rule.Receivers.IsEmpty);
        CheckNotEmpty(map, "flows", rule.Flows.IsEmpty);
        CheckOutcome(rule, map);
        StepFields.Check(rule, map);
        CheckCells(rule, map, softlyShielded);
        CheckStep(rule, map);
    }

    public static void CheckDates(MapReader map, DateOnly from, DateOnly? to)
    {
        if (to is { } last && last < from && from != DateOnly.MaxValue)
        {
            map.Source.Report(map.At("to"), FaultKind.DateOrder, "The last day comes before the first.", "Correct 'from' or 'to'.");
        }
    }

    public static void CheckNotEmpty(MapReader map, string key, bool empty)
    {
        // A list whose words do not read has its fault already.
        if (empty && map.Find(key) is YamlSequenceNode { Children.Count: 0 } or YamlMappingNode)
        {
            map.Source.Report(map.At(key), FaultKind.EmptySet, $"'{key}' names nothing.", "Name at least one.");
        }
    }

    private static void CheckFile(Rule rule, MapReader map)
    {
        var act = Path.GetFileNameWithoutExtension(map.Source.File);
        if (!rule.Id.StartsWith(act + "-", StringComparison.Ordinal))
        {
            map.Source.Report(
                map.At("rule"),
                FaultKind.FileOfAct,
                $"'{rule.Id}' stands in the file of '{act}'.",
                "Begin the id with the act's name, or move the rule to its act's file.");
        }
    }

    private static void CheckOutcome(Rule rule, MapReader map)
    {
        if (!OutcomesOf(rule.Step).Contains(rule.Outcome))
        {
            map.Source.Report(
                map.At("outcome"),
                FaultKind.OutcomeOfStep,
                $"A rule on the step '{Codes<Step>.Of(rule.Step)}' cannot have the outcome {Codes<Outcome>.Of(rule.Outcome)}.",
                $"Use one of: {string.Join(", ", OutcomesOf(rule.Step).Select(Codes<Outcome>.Of))}.");
        }
    }

    private static Outcome[] OutcomesOf(Step step) => step switch
    {
        Step.Duty => [Outcome.Must, Outcome.RouteToHuman],
        Step.Opening => [Outcome.MayOnRequest, Outcome.MayByHolder, Outcome.RouteToHuman],
        Step.Consent => [Outcome.MayOnRequest],
        Step.Anonymised => [Outcome.MayByHolder],
        Step.RoutingShield or Step.SoftShield or Step.Recipient or Step.Base => [Outcome.Withhold],
        Step.Notice or Step.Endangerment or Step.Obligation => [Outcome.Withhold],
    };

    private static void CheckCells(Rule rule, MapReader map, CellSet softlyShielded)
    {
        var source = map.Source;
        var opens = rule.Step is Step.Duty or Step.Opening or Step.Consent or Step.Anonymised;
        if (rule.Cells.Meets(rule.Relevant))
        {
            var both = rule.Cells & rule.Relevant;
            source.Report(map.At("relevant"), FaultKind.CellTwice, $"{both} stand both in full and as relevant.", "Name each once.");
        }

        if (opens && rule.Cells.Meets(softlyShielded))
        {
            var shielded = rule.Cells & softlyShielded;
            source.Report(
                map.At("cells"),
                FaultKind.SoftlyShieldedCell,
                $"{shielded} are softly shielded and cannot be opened in full.",
                "Move them to 'relevant'.");
        }

        if (!(rule.Cells | rule.Relevant).Covers(rule.AlwaysNecessary))
        {
            var outside = rule.AlwaysNecessary - rule.Cells - rule.Relevant;
            source.Report(map.At("always"), FaultKind.AlwaysNotOpened, $"The rule does not open {outside}.", "Name them in 'cells' or 'relevant'.");
        }

        var written = map.Find("cells") ?? map.Find("relevant");
        if (opens && (rule.Cells | rule.Relevant).IsEmpty && written is null or YamlSequenceNode { Children.Count: 0 })
        {
            source.Report(map.Node, FaultKind.EmptySet, "The rule opens no cell.", "Name cells in 'cells' or 'relevant'.");
        }
    }

    private static void CheckStep(Rule rule, MapReader map)
    {
        var source = map.Source;
        if (rule.Step == Step.Duty && rule.Purposes.ToList().Count() != 1)
        {
            source.Report(
                map.At("purposes"),
                FaultKind.DutyPurpose,
                "A duty is bounded by exactly one purpose of its own.",
                "Name one, whatever the request claims.");
        }

        if (rule.OwnInitiative && rule.Flows.Contains(Flow.Pull))
        {
            source.Report(
                map.At("flows"),
                FaultKind.OwnInitiativeFlow,
                "A duty on the holder's own initiative cannot be invoked in a pull.",
                "Use push and asked.");
        }

        if (rule.Step is Step.Opening or Step.Consent or Step.Anonymised && (rule.Bases.IsEmpty || rule.Purposes.IsEmpty))
        {
            source.Report(
                map.Node,
                FaultKind.OpeningWithoutBasis,
                $"'{rule.Id}' opens without an asserted basis or without a purpose.",
                "Name 'bases' and 'purposes'.");
        }

        if (rule.Step is Step.Base or Step.Notice && rule.Routes.IsEmpty)
        {
            source.Report(
                map.Node,
                FaultKind.RoutesMissing,
                $"'{rule.Id}' refuses and tells no way on.",
                "Name in 'routes' what would open it.");
        }
    }
}
