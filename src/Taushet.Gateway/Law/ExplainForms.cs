using Taushet.Core.Decisions;
using Taushet.Core.Explaining;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Release;
using Taushet.Policies.Explaining;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Law;

/// <summary>The full explanation on the wire: cells that share one stand in one group.</summary>
internal sealed class ExplainForms(CellGrouping grouping, RuleForms rules)
{
    private const int Closest = 8;

    /// <summary>Makes the groups, ordered by each group's lowest cell.</summary>
    public List<Wire.ExplainedCells> Of(FullExplanation explained, Phrases phrases)
    {
        var groups = new List<Wire.ExplainedCells>();
        var byForm = new Dictionary<Wire.ExplainedCells, Wire.ExplainedCells>();
        foreach (var cell in explained.Cells)
        {
            var form = Of(cell, explained.Verdict.WithFacts, phrases);
            if (!byForm.TryGetValue(form, out var group))
            {
                group = form.Clone();
                byForm.Add(form, group);
                groups.Add(group);
            }

            group.Told.Cells.Add((Wire.Cell)(int)cell.Told.Cell);
        }

        return groups;
    }

    private Wire.ExplainedCells Of(CellExplanation cell, Decision decision, Phrases phrases) => new()
    {
        Told = grouping.Form(new Saying(decision, Refusal: false, Why(decision, cell.Told)), cell.Told),
        Reason = cell.Told.DecidingRule?.Reason ?? string.Empty,
        Near = { cell.Near.Take(Closest).Select(near => Of(near, phrases)) },
    };

    private Wire.NearRule Of(NearRule near, Phrases phrases)
    {
        var form = new Wire.NearRule
        {
            RuleId = near.Rule.Id,
            Title = near.Rule.Title,
            Kind = ExplanationText.Kind(near),
            Lacks = { near.Shortfalls.Select(lack => ShortfallText.Of(lack, phrases)) },
            OrderCases = { near.OrderCases.Select(order => (Wire.OrderCase)(int)order) },
            Obligations = { near.Obligations.ToList().Select(obligation => (Wire.Obligation)(int)obligation) },
        };
        rules.AddTo(form.Citations, near.Rule.Citations);
        return form;
    }

    private static ReasonCode? Why(Decision decision, Explanation told) =>
        decision.ByHand.Contains(told.Cell) ? ReasonCode.ByHand
        : told.Outcome is Outcome.Withhold or Outcome.RouteToHuman ? ReasonCode.NotPermitted
        : null;
}
