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
        script.Line($"(assert {Differs(before, after, mutant)})");
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

    /// <summary>Whether an obligation comes with a cell: it applies, and a rule that it comes with gives the cell, which none does that leaves it to a human.</summary>
    private static string ComesWith(DecisionForm form, Rule obligation, Cell cell) =>
        obligation.Cells.IsEmpty || obligation.Cells.Contains(cell)
            ? Term.And(
                form.Rules.Applies(obligation),
                Term.Or(form.Rules.Opening
                    .Where(rule => rule.Outcome != Outcome.RouteToHuman && (obligation.ComesWith.IsEmpty || obligation.ComesWith.Contains(rule.Id)))
                    .Select(rule => form.Rules.Opens(rule, cell))))
            : Term.False;

    private static string Xor(string left, string right) => left == right ? Term.False : $"(xor {left} {right})";
}
