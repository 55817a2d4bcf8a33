using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>Necessity of one decision as terms: one a purpose and cell.</summary>
internal sealed class NecessityForm(PolicySet policies, Script script, RuleForms rules, Func<string, string> read)
{
    private readonly Dictionary<(Purpose Purpose, Cell Cell), string> terms = [];

    public string UnderDuty(Rule duty, Cell cell) => duty.AlwaysNecessary.Contains(cell)
        ? Term.True
        : Term.Or(duty.Purposes.ToList().Select(purpose => For(purpose, cell)));

    public string ForOpening(Rule opening, Cell cell) => Term.And(
        read("known-purpose"),
        Term.Or(opening.Purposes.ToList().Select(purpose =>
            Term.And(Term.Is(read("purpose"), (int)purpose, Inputs.Code), For(purpose, cell)))));

    private string For(Purpose purpose, Cell cell)
    {
        if (!terms.TryGetValue((purpose, cell), out var term))
        {
            term = script.Named(
                Term.Or(policies.Needs.Where(needs => needs.Purpose == purpose).Select(needs => Of(needs, cell))),
                $"need-{(int)purpose}-{(int)cell}");
            terms[(purpose, cell)] = term;
        }

        return term;
    }

    private string Of(PurposeNeeds needs, Cell cell)
    {
        var justifying = needs.AtMost.Where(entry => entry.Cells.Contains(cell)).Select(entry => entry.Need).ToList();
        var stated = justifying.Select(need => Term.Bit(read($"need-{Codes<Need>.Of(need)}"), (int)cell));
        var included = Term.And(Term.Not(rules.IsFlow(Flow.Pull)), Term.Bit(read("need-unstated"), (int)cell));
        return justifying.Count == 0
            ? Term.False
            : Term.And(rules.IsIn("receiver", needs.Receivers), Term.Or(stated.Append(included)));
    }
}
