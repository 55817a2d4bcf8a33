using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Proving;

namespace Taushet.Policies.Assurance.Mutation;

/// <summary>Asks z3 whether any request can tell a mutant from the rule it was made of.</summary>
public static class Equivalence
{
    /// <summary>Whether none can: every cell, extent and way is the same, and the rule speaks in the same requests.</summary>
    /// <param name="policies">The book.</param>
    /// <param name="mutant">The mutant.</param>
    /// <param name="folder">Where the file of SMT-LIB goes.</param>
    public static bool Holds(PolicySet policies, Mutant mutant, string folder)
    {
        var script = new Script(asConstants: false);
        var (before, after) = (new DecisionForm(policies, script), new DecisionForm(PolicyMutation.With(policies, mutant), script));
        script.Line($"(assert {(mutant.Kind is MutationKind.ObligationDropped or MutationKind.TraitDropped ? Lacks(before, mutant) : Differs(before, after, mutant))})");
        script.Line("(check-sat)");
        var file = Path.Combine(folder, $"mutant-{Guid.NewGuid():N}.smt2");
        File.WriteAllText(file, script.ToString());
        var printed = Z3.Run(file, seconds: 60);
        File.Delete(file);
        return printed.StartsWith("unsat", StringComparison.Ordinal);
    }

    private static string Differs(DecisionForm before, DecisionForm after, Mutant mutant)
    {
        var cells = Term.Or(Codes<Cell>.Members.Select(cell => DecisionForm.Differ(before, after, cell)));
        if (before.Rules.Opening.Contains(mutant.Original))
        {
            // It also cites and obliges: it must open the same cells, whoever else does.
            return Term.Or(Codes<Cell>.Members
                .Select(cell => Xor(before.Rules.Opens(mutant.Original, cell), after.Rules.Opens(mutant.Changed, cell)))
                .Append(cells));
        }

        if (mutant.Original.Step == Step.Obligation)
        {
            return Term.Or(Codes<Cell>.Members
                .Select(cell => Xor(ComesWith(before, mutant.Original, cell), ComesWith(after, mutant.Changed, cell)))
                .Append(cells));
        }

        var speaks = (mutant.Original.Cells == mutant.Changed.Cells)
            ? Xor(before.Rules.Applies(mutant.Original), after.Rules.Applies(mutant.Changed))
            : before.Rules.Applies(mutant.Original);
        return Term.Or(speaks, cells);
    }

    /// <summary>Whether something must be done, or a trait closes, by the rule alone.</summary>
    private static string Lacks(DecisionForm form, Mutant mutant)
    {
        var (rule, obligation) = (mutant.Original, mutant.Original.Obligations - mutant.Changed.Obligations);
        bool Says(Rule other) => other.Id != rule.Id && other.Obligations.Meets(obligation);
        if (mutant.Kind == MutationKind.TraitDropped)
        {
            var trait = rule.ClosesTraits - mutant.Changed.ClosesTraits;
            return Term.And(Closes(form, rule), Term.Not(Term.Or(form.Rules.On(Step.RoutingShield).Concat(form.Rules.On(Step.Endangerment))
                .Where(other => other.Id != rule.Id && other.ClosesTraits.Meets(trait))
                .Select(other => Closes(form, other)))));
        }

        return rule.Step switch
        {
            Step.Duty or Step.Opening or Step.Consent or Step.Anonymised => Term.Or(Codes<Cell>.Members.Select(cell =>
                Term.And(form.GivenBy(rule, cell), Term.Not(Obliged(form, rule.Outcome, Says, cell))))),
            Step.Obligation => Term.Or(Codes<Cell>.Members.Where(cell => rule.Cells.IsEmpty || rule.Cells.Contains(cell)).SelectMany(cell => form.Rules.Opening
                .Where(carrier => Carries(rule, carrier) && !Says(carrier))
                .Select(carrier => Term.And(form.Rules.Applies(rule), form.GivenBy(carrier, cell), Term.Not(Obliged(form, carrier.Outcome, Says, cell)))))),
            Step.RoutingShield => Term.Or(rule.Cells.ToList().Select(cell => Term.And(
                form.Rules.Applies(rule),
                form.ByHand(cell),
                Term.Not(Term.Or(form.Rules.On(Step.RoutingShield).Where(other => Says(other) && other.Cells.Contains(cell)).Select(form.Rules.Applies)))))),
            Step.Endangerment => Term.Or(rule.Cells.ToList().Select(cell => Term.And(
                Closes(form, rule),
                Term.Not(Term.Or(form.Rules.On(Step.Endangerment).Where(other => Says(other) && other.Cells.Contains(cell)).Select(other => Closes(form, other))))))),
            Step.SoftShield or Step.Recipient or Step.Base or Step.Notice => form.Rules.Applies(rule),
        };
    }

    /// <summary>Whether another rule says the same of the cell: one that gives it with the same outcome, or an obligation that comes with it.</summary>
    private static string Obliged(DecisionForm form, Outcome outcome, Func<Rule, bool> says, Cell cell) => Term.Or(
        form.Rules.Opening.Where(other => says(other) && other.Outcome == outcome).Select(other => form.GivenBy(other, cell))
            .Concat(form.Rules.On(Step.Obligation)
                .Where(other => says(other) && (other.Cells.IsEmpty || other.Cells.Contains(cell)))
                .Select(other => Term.And(
                    form.Rules.Applies(other),
                    Term.Or(form.Rules.Opening.Where(carrier => Carries(other, carrier)).Select(carrier => form.GivenBy(carrier, cell)))))));

    private static string Closes(DecisionForm form, Rule rule) =>
        rule.Step == Step.Endangerment ? Term.And(form.TowardsPrivate, form.Rules.Applies(rule)) : form.Rules.Applies(rule);

    private static bool Carries(Rule obligation, Rule carrier) =>
        carrier.Outcome != Outcome.RouteToHuman && (obligation.ComesWith.IsEmpty || obligation.ComesWith.Contains(carrier.Id));

    /// <summary>Whether an obligation comes with a cell: it applies, and a rule that it comes with gives the cell, which none does that leaves it to a human.</summary>
    private static string ComesWith(DecisionForm form, Rule obligation, Cell cell) =>
        obligation.Cells.IsEmpty || obligation.Cells.Contains(cell)
            ? Term.And(
                form.Rules.Applies(obligation),
                Term.Or(form.Rules.Opening
                    .Where(rule => Carries(obligation, rule))
                    .Select(rule => form.Rules.Opens(rule, cell))))
            : Term.False;

    private static string Xor(string left, string right) => left == right ? Term.False : $"(xor {left} {right})";
}
