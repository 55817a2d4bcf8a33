using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Policies.Assurance.Draw;
using Taushet.Policies.Assurance.Fuzz;
using Taushet.Policies.Assurance.Writing;
using Taushet.Policies.Cases;

namespace Taushet.Assurance.Tests;

public sealed class FuzzTests
{
    private static readonly PolicySet Policies = PolicyFolder.Book.Policies;

    [Fact]
    public void Run_TwoHundredThousandRequests_BothDecidersSayTheSameAndAThirdReleasesSomething()
    {
        var report = PolicyFuzz.RunShares(Policies, 200_000, seed: 1, refusalsEvery: 10);

        Told(report.Difference).ShouldBeEmpty();
        report.Tried.ShouldBe(200_000);
        report.ReleasingShare.ShouldBeGreaterThan(0.3);
    }

    [Fact]
    public void Of_EveryCase_BothDecidersSayTheSame()
    {
        var agreement = new Agreement(Policies);
        var cases = CaseLoader.Load(Path.Combine(PolicyFolder.Root, "cases"), PolicyFolder.Book).Cases;

        cases.SelectMany(found => agreement.Of(found.Request, found.Facts).Differences.Select(line => $"{found.Id}: {line}")).ShouldBeEmpty();
    }

    [Fact]
    public void Run_ARuleIsDroppedFromTheSpecification_TheDifferenceIsFoundAndShrunk()
    {
        var without = new PolicySet(Policies.Hash, Policies.Rules.Where(rule => rule.Id != "bvl-13-2-a-report"), Policies.Givers, Policies.Needs);
        var whole = new Agreement(Policies);
        var draw = new RequestDraw(Policies, 5);
        var spec = new Taushet.Policies.Assurance.Spec.SpecDecider(without);
        bool Differs(Taushet.Core.Requests.Request request, Taushet.Core.Requests.Facts facts) =>
            spec.Decide(request, facts).Cells.Any(cell => cell.Outcome != Decider.Decide(request, facts, Policies).OutcomeOf(cell.Cell));

        var found = Enumerable.Range(0, 5_000).Select(_ => draw.Next()).First(drawn => Differs(drawn.Request, drawn.Facts));
        var (request, facts) = Shrinking.Of(found.Request, found.Facts, Differs);

        Differs(request, facts).ShouldBeTrue();
        request.Evidence.Report.ShouldNotBeNull();
        request.Evidence.Order.ShouldBeNull();
        whole.Of(request, facts).Agrees.ShouldBeTrue();
    }

    [Fact]
    public void Next_SameSeed_DrawsTheSame()
    {
        var (first, second) = (new RequestDraw(Policies, 7), new RequestDraw(Policies, 7));

        for (var number = 0; number < 200; number++)
        {
            Written(first.Next()).ShouldBe(Written(second.Next()));
        }
    }

    private static string Written((Taushet.Core.Requests.Request Request, Taushet.Core.Requests.Facts Facts) drawn) =>
        CaseText.Of("drawn", "drawn", drawn.Request, drawn.Facts, new CaseExpectation());

    private static string Told(Counterexample? difference) =>
        difference is null ? string.Empty : string.Join('\n', difference.Result.Differences) + "\n"
            + CaseText.Of("fuzz", "fuzz", difference.Request, difference.Facts, Expectations.Of(difference.Result.Wanted));
}
