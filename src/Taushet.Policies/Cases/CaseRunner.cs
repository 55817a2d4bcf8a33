using System.Collections.Immutable;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;

namespace Taushet.Policies.Cases;

/// <summary>Runs cases through the decider.</summary>
public static class CaseRunner
{
    /// <summary>Runs all cases, in order.</summary>
    public static CaseReport Run(IEnumerable<PolicyCase> cases, PolicySet policies)
    {
        var results = cases.Select(policyCase => Run(policyCase, policies)).ToImmutableArray();
        return new CaseReport(results, CoverageOf(results, policies));
    }

    /// <summary>Runs one case.</summary>
    public static CaseResult Run(PolicyCase policyCase, PolicySet policies)
    {
        var verdict = Decider.DecideTwice(policyCase.Request, policyCase.Facts, policies);
        return new CaseResult(policyCase, verdict, CaseComparison.Compare(policyCase.Expected, verdict));
    }

    private static RuleCoverage CoverageOf(ImmutableArray<CaseResult> results, PolicySet policies)
    {
        var fired = results.SelectMany(FiredIn)
            .GroupBy(id => id, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var ids = policies.Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal).ToList();
        return new RuleCoverage(
            fired,
            [.. ids.Where(id => !fired.ContainsKey(id))],
            [.. ids.Where(id => fired.GetValueOrDefault(id) == results.Length && results.Length > 0)]);
    }

    private static IEnumerable<string> FiredIn(CaseResult result) =>
        result.Verdict.WithFacts.Applied
            .Where(applied => !applied.Near && applied.Cells.Meets(result.Verdict.WithFacts.Asked))
            .Select(applied => applied.Rule.Id)
            .Distinct(StringComparer.Ordinal);
}
