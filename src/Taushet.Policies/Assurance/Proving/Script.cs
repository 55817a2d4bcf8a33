using System.Text;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>One file of SMT-LIB 2 under writing. Each named term is written once.</summary>
internal sealed class Script
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, string> nameOfTerm = new(StringComparer.Ordinal);
    private readonly bool asConstants;
    private int named;

    /// <summary>Begins a file with every input declared.</summary>
    /// <param name="asConstants">
    /// Whether named terms are constants with an equation, which serves many questions on one form, or definitions, which serve one.
    /// </param>
    public Script(bool asConstants)
    {
        this.asConstants = asConstants;
        Line("(set-option :produce-models true)");
        Line("(set-logic QF_BV)");
        foreach (var (name, sort) in Inputs.All)
        {
            Line($"(declare-const {name} {sort})");
        }

        foreach (var constraint in Domain.Constraints())
        {
            Line($"(assert {constraint})");
        }
    }

    public void Line(string line) => text.Append(line).Append('\n');

    /// <summary>Declares one more input of the same sort as another.</summary>
    public string Fresh(string input, string suffix)
    {
        var sort = Inputs.All.First(known => known.Name == input).Sort;
        Line($"(declare-const {input}{suffix} {sort})");
        return $"{input}{suffix}";
    }

    /// <summary>A short name for a term.</summary>
    public string Named(string term, string hint)
    {
        if (term is Term.True or Term.False || !term.StartsWith('('))
        {
            return term;
        }

        if (nameOfTerm.TryGetValue(term, out var known))
        {
            return known;
        }

        var name = $"{hint}.{named++}";
        nameOfTerm[term] = name;
        if (asConstants)
        {
            Line($"(declare-const {name} Bool)");
            Line($"(assert (= {name} {term}))");
        }
        else
        {
            Line($"(define-fun {name} () Bool {term})");
        }

        return name;
    }

    public override string ToString() => text.ToString();
}
