using System.Collections.Immutable;
using Taushet.Core.Decisions;

namespace Taushet.Policies.Cases;

/// <summary>What came out of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Verdict">The verdict it was given.</param>
/// <param name="Differences">What differs; empty when the case passes.</param>
public sealed record CaseResult(PolicyCase Case, Verdict Verdict, ImmutableArray<CaseDifference> Differences)
{
    /// <summary>Whether everything came out as expected.</summary>
    public bool Passed => Differences.IsEmpty;

    /// <summary>One line: id, pass or the number of differences, title.</summary>
    public override string ToString() =>
        Passed ? $"pass  {Case.Id}  {Case.Title}" : $"FAIL  {Case.Id}  {Case.Title}  ({Differences.Length} differences)";
}
