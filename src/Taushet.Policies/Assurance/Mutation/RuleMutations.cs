using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Mutation;

/// <summary>Every rule that differs from another in one place.</summary>
internal static class RuleMutations
{
    public static IEnumerable<Mutant> Of(Rule rule) =>
        Conditions(rule).Concat(Cells(rule)).Concat(Outcomes(rule)).Concat(Parties(rule)).Concat(Dates(rule)).Concat(TermMutations.Of(rule));

    private static IEnumerable<Mutant> Conditions(Rule rule)
    {
        // A whole condition that is one part can be dropped too.
        var whole = rule.When is Condition.All ? [] : new[] { (MutationKind.ConditionDropped, ConditionMutations.Told(rule.When), Condition.Always) };
        return ConditionMutations.Of(rule.When).Concat(whole)
            .Select(change => new Mutant(change.Item1, change.Item2, rule, rule with { When = change.Item3 }));
    }

    private static IEnumerable<Mutant> Cells(Rule rule)
    {
        foreach (var cell in Codes<Cell>.Members)
        {
            var (one, code) = (CellSet.Of(cell), Codes<Cell>.Of(cell));
            if (rule.Cells.Contains(cell))
            {
                yield return new(MutationKind.CellDropped, code, rule, rule with { Cells = rule.Cells - one, AlwaysNecessary = rule.AlwaysNecessary - one });
            }
            else if (rule.Relevant.Contains(cell))
            {
                yield return new(MutationKind.CellDropped, $"{code} (relevant)", rule, rule with { Relevant = rule.Relevant - one, AlwaysNecessary = rule.AlwaysNecessary - one });
            }
            else if (rule.Step is Step.Duty or Step.Opening or Step.Consent or Step.Anonymised || !rule.Cells.IsEmpty)
            {
                yield return new(MutationKind.CellAdded, code, rule, rule with { Cells = rule.Cells | one });
            }
        }
    }

    private static IEnumerable<Mutant> Outcomes(Rule rule)
    {
        Outcome[] others = rule.Step switch
        {
            Step.Duty => [Outcome.Must, Outcome.RouteToHuman],
            Step.Opening => [Outcome.MayOnRequest, Outcome.MayByHolder, Outcome.RouteToHuman],
            Step.Consent or Step.Anonymised => [Outcome.MayOnRequest, Outcome.MayByHolder],
            Step.RoutingShield or Step.SoftShield or Step.Recipient or Step.Base => [],
            Step.Notice or Step.Endangerment or Step.Obligation => [],
        };
        return others.Where(outcome => outcome != rule.Outcome)
            .Select(outcome => new Mutant(MutationKind.OutcomeChanged, Codes<Outcome>.Of(outcome), rule, rule with { Outcome = outcome }));
    }

    private static IEnumerable<Mutant> Parties(Rule rule)
    {
        var holders = rule.Holders.ToList().Select(service => new Mutant(
            MutationKind.PartyDropped,
            $"holder {Codes<Service>.Of(service)}",
            rule,
            rule with { Holders = rule.Holders - ServiceSet.Of(service) }));
        var receivers = rule.Receivers.ToList().Select(service => new Mutant(
            MutationKind.PartyDropped,
            $"receiver {Codes<Service>.Of(service)}",
            rule,
            rule with { Receivers = rule.Receivers - ServiceSet.Of(service) }));
        return holders.Concat(receivers);
    }

    /// <summary>Only days that the book covers: before 2023 nothing is tested.</summary>
    private static IEnumerable<Mutant> Dates(Rule rule)
    {
        Mutant From(int days) => new(MutationKind.DateMoved, $"from {days:+0;-0}", rule, rule with { From = rule.From.AddDays(days) });
        Mutant To(int days) => new(MutationKind.DateMoved, $"to {days:+0;-0}", rule, rule with { To = rule.To!.Value.AddDays(days) });
        return (rule.From > Proving.Inputs.FirstDay ? new[] { From(1), From(-1) } : [])
            .Concat(rule.To is { } to && to >= Proving.Inputs.FirstDay ? [To(1), To(-1)] : []);
    }
}
