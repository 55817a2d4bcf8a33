using Taushet.Policies.Cases;

namespace Taushet.Policies.Tests;

public sealed class CaseTests
{
    private static readonly CaseLoadResult Cases =
        CaseLoader.Load(Path.Combine(PolicyFolder.Root, "cases"), PolicyFolder.Book);

    private static readonly CaseReport Report = CaseRunner.Run(Cases.Cases, PolicyFolder.Book.Policies);

    [Fact]
    public void Load_RealCases_HaveNoFault() => Cases.Faults.Select(fault => fault.ToString()).ShouldBeEmpty();

    [Fact]
    public void Run_RealCases_AllComeOut()
    {
        var failed = Report.Results.Where(result => !result.Passed)
            .Select(result => $"{result}\n  {string.Join("\n  ", result.Differences)}");

        string.Join('\n', failed).ShouldBe(string.Empty);
        Report.Passed.ShouldBeGreaterThan(60);
    }

    [Theory]
    [InlineData("L01")]
    [InlineData("L02")]
    [InlineData("L03")]
    [InlineData("L04")]
    [InlineData("L05")]
    [InlineData("L06")]
    [InlineData("L07")]
    [InlineData("L08")]
    [InlineData("L09")]
    [InlineData("L10")]
    [InlineData("L11")]
    [InlineData("L12")]
    [InlineData("L16")]
    [InlineData("L17")]
    [InlineData("L18")]
    [InlineData("L18-no-decision")]
    [InlineData("L19")]
    [InlineData("L21")]
    [InlineData("L24")]
    [InlineData("L29")]
    [InlineData("L30")]
    [InlineData("L31")]
    [InlineData("L32")]
    [InlineData("L39")]
    [InlineData("L40")]
    [InlineData("L41")]
    [InlineData("L41-decision")]
    public void Run_RowOfTheOpenSet_IsThereAndComesOut(string id) =>
        Report.Results.ShouldContain(result => result.Case.Id == id && result.Passed);

    [Fact]
    public void Coverage_EveryRule_FiresInOneCaseAndNotInAnother()
    {
        Report.Coverage.NeverFired.ShouldBeEmpty();
        Report.Coverage.AlwaysFired.ShouldBeEmpty();
    }
}
