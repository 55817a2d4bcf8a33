using System.Collections.Immutable;
using Taushet.Core.Decisions;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Cases;

/// <summary>Compares a verdict with what a case expects.</summary>
public static class CaseComparison
{
    /// <summary>Every difference: cells ascending, then citations, obligations and routes.</summary>
    public static ImmutableArray<CaseDifference> Compare(CaseExpectation expected, Verdict verdict)
    {
        var differences = ImmutableArray.CreateBuilder<CaseDifference>();
        foreach (var cell in Codes<Cell>.Members)
        {
            CompareCell(expected, verdict.WithFacts, cell, differences);
        }

        ComparePlaces(expected, ExplanationsOf(verdict), differences);
        return differences.ToImmutable();
    }

    private static void CompareCell(
        CaseExpectation expected,
        Decision decision,
        Cell cell,
        ImmutableArray<CaseDifference>.Builder differences)
    {
        var wanted = expected.OutcomeOf(cell);
        var got = decision.OutcomeOf(cell);
        var code = Codes<Cell>.Of(cell);
        if (wanted != got)
        {
            differences.Add(new CaseDifference(code, Codes<Outcome>.Of(wanted), Codes<Outcome>.Of(got)));
        }
        else if (got is not (Outcome.Withhold or Outcome.RouteToHuman) && expected.ExtentOf(cell) != decision.ExtentOf(cell))
        {
            differences.Add(new CaseDifference(
                code,
                $"extent {Codes<Extent>.Of(expected.ExtentOf(cell))}",
                $"extent {Codes<Extent>.Of(decision.ExtentOf(cell))}"));
        }

        if (expected.ByHand.Contains(cell) != decision.ByHand.Contains(cell))
        {
            differences.Add(new CaseDifference(code, Way(expected.ByHand.Contains(cell)), Way(decision.ByHand.Contains(cell))));
        }
    }

    private static string Way(bool byHand) => byHand ? "by hand" : "by machine";

    /// <summary>The explanations that an answer would carry: of every asked cell, as given or as not given.</summary>
    private static List<Explanation> ExplanationsOf(Verdict verdict)
    {
        var given = verdict.WithFacts.Released | verdict.WithFacts.ByHand;
        return [.. verdict.WithFacts.Asked.ToList().Select(cell => given.Contains(cell) ? verdict.Given(cell) : verdict.NotGiven(cell))];
    }

    private static void ComparePlaces(
        CaseExpectation expected,
        List<Explanation> explanations,
        ImmutableArray<CaseDifference>.Builder differences)
    {
        var citations = explanations.SelectMany(explanation => explanation.Citations).Distinct().ToList();
        foreach (var wanted in expected.Citations.Where(wanted => !citations.Exists(citation => citation.Satisfies(wanted))))
        {
            differences.Add(new CaseDifference("citation", wanted.ToString(), "none"));
        }

        var obligations = explanations.Aggregate(default(MemberSet<Obligation>), (set, explanation) => set | explanation.Obligations);
        differences.AddRange((expected.Obligations - obligations).ToList()
            .Select(missing => new CaseDifference("obligation", Codes<Obligation>.Of(missing), "none")));
        differences.AddRange((expected.WithoutObligations & obligations).ToList()
            .Select(present => new CaseDifference("obligation", "none", Codes<Obligation>.Of(present))));

        var routes = explanations.Aggregate(default(MemberSet<Route>), (set, explanation) => set | explanation.Routes);
        differences.AddRange((expected.Routes - routes).ToList()
            .Select(missing => new CaseDifference("route", Codes<Route>.Of(missing), "none")));
    }
}
