using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>One request decided twice: with the facts, and without any.</summary>
/// <param name="WithFacts">What decides, and what the entry records.</param>
/// <param name="WithoutFacts">What explains everything that is not given: it depends on the request alone.</param>
public sealed record Verdict(Decision WithFacts, Decision WithoutFacts)
{
    /// <summary>The explanation of a cell that is given: the true rule, citations and obligations.</summary>
    public Explanation Given(Cell cell) => Explanation.Of(WithFacts, cell);

    /// <summary>
    /// The explanation of a cell that is not given, for whatever reason. Its outcome is WITHHOLD, or ROUTE_TO_HUMAN where
    /// that hangs on the request alone.
    /// </summary>
    /// <remarks>INVARIANT: the explanation of what is not given depends on the request alone.</remarks>
    public Explanation NotGiven(Cell cell) => Explanation.OfRefusal(WithoutFacts, cell);
}
