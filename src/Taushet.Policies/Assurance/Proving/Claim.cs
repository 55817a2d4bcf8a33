using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>The file of one proof: one decision, or two that share all inputs but some.</summary>
internal sealed class Claim
{
    private readonly Dictionary<string, string> differing = new(StringComparer.Ordinal);

    public Claim(PolicySet policies)
    {
        Policies = policies;
        Script = new Script(asConstants: false);
        First = new DecisionForm(policies, Script);
    }

    public PolicySet Policies { get; }

    public Script Script { get; }

    public DecisionForm First { get; }

    /// <summary>The other decision of the comparison; null when there is one only.</summary>
    public DecisionForm? Second { get; private set; }

    public IReadOnlyDictionary<string, string> Differing => differing;

    public IEnumerable<Rule> Opening => First.Rules.Opening;

    /// <summary>The same request once more, with these inputs as given.</summary>
    public DecisionForm Again(params IEnumerable<(string Input, string Term)> with)
    {
        foreach (var (input, term) in with)
        {
            // A model tells the values of constants: what is set gets a name of its own.
            differing[input] = Script.Fresh(input, "!2");
            Script.Line($"(assert (= {differing[input]} {term}))");
        }

        return Second = new DecisionForm(Policies, Script, differing);
    }

    /// <summary>The same request once more, with these inputs as they may be.</summary>
    public DecisionForm AgainWithAny(params IEnumerable<string> inputs)
    {
        foreach (var input in inputs)
        {
            differing[input] = Script.Fresh(input, "!2");
        }

        return Second = new DecisionForm(Policies, Script, differing);
    }

    public static string InAnyCell(Func<Cell, string> violation) => Term.Or(Codes<Cell>.Members.Select(violation));

    public static string InAny(CellSet cells, Func<Cell, string> violation) => Term.Or(cells.ToList().Select(violation));

    public static string AssertedWith(Basis basis) =>
        $"(bvor asserted (bvshl {Term.Number(1, Inputs.BasisWidth)} {Term.Number((int)basis, Inputs.BasisWidth)}))";

    public static string None(int width) => Term.Number(0, width);
}
