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

        ComparePlaces(expected, ExplanationsOf(verdict), verdict.WithFacts.Obligations, differences);
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

        var wantedWay = Way(expected.ByHand.Contains(cell), expected.ByHandInSilence.Contains(cell));
        var way = Way(decision.ByHand.Contains(cell), decision.ByHandInSilence.Contains(cell));
        if (wantedWay != way)
        {
            differences.Add(new CaseDifference(code, wantedWay, way));
        }
    }

    private static string Way(bool byHand, bool inSilence) =>
        inSilence ? "by hand in silence" : byHand ? "by hand" : "by machine";

    /// <summary>The explanations that an answer would carry: of every asked cell, as given or as not given.</summary>
    private static List<Explanation> ExplanationsOf(Verdict verdict)
    {
        var given = verdict.WithFacts.Released | verdict.WithFacts.ByHandTold;
        return [.. verdict.WithFacts.Asked.ToList().Select(cell => given.Contains(cell) ? verdict.Given(cell) : verdict.NotGiven(cell))];
    }

    private static void ComparePlaces(
        CaseExpectation expected,
        List<Explanation> explanations,
        MemberSet<Obligation> recorded,
        ImmutableArray<CaseDifference>.Builder differences)
    {
        var citations = explanations.SelectMany(explanation => explanation.Citations).Distinct().ToList();
        foreach (var wanted in expected.Citations.Where(wanted => !citations.Exists(citation => citation.Satisfies(wanted))))
        {
            differences.Add(new CaseDifference("citation", wanted.ToString(), "none"));
        }

        var obligations = explanations.Aggregate(default(MemberSet<Obligation>), (set, explanation) => set | explanation.Obligations);

        // What is given by hand in silence obliges the holder, and is told to nobody else.
        differences.AddRange((expected.Obligations - obligations - recorded).ToList()
            .Select(missing => new CaseDifference("obligation", Codes<Obligation>.Of(missing), "none")));
        differences.AddRange((expected.WithoutObligations & obligations).ToList()
            .Select(present => new CaseDifference("obligation", "none", Codes<Obligation>.Of(present))));

        var routes = explanations.Aggregate(default(MemberSet<Route>), (set, explanation) => set | explanation.Routes);
        differences.AddRange((expected.Routes - routes).ToList()
            .Select(missing => new CaseDifference("route", Codes<Route>.Of(missing), "none")));
    }
}
