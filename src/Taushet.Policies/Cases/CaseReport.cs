using System.Collections.Immutable;

namespace Taushet.Policies.Cases;

/// <summary>The results of a run, and which rules it reached.</summary>
/// <param name="Results">One a case, in the order given.</param>
/// <param name="Coverage">Which rules fired.</param>
public sealed record CaseReport(ImmutableArray<CaseResult> Results, RuleCoverage Coverage)
{
    /// <summary>How many cases passed.</summary>
    public int Passed => Results.Count(result => result.Passed);

    /// <summary>How many did not.</summary>
    public int Failed => Results.Length - Passed;
}
