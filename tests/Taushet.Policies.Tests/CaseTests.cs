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
    [InlineData("L13")]
    [InlineData("L14")]
    [InlineData("L15")]
    [InlineData("L16")]
    [InlineData("L17")]
    [InlineData("L18")]
    [InlineData("L19")]
    [InlineData("L20")]
    [InlineData("L21")]
    [InlineData("L22")]
    [InlineData("L23")]
    [InlineData("L24")]
    [InlineData("L25")]
    [InlineData("L26")]
    [InlineData("L27")]
    [InlineData("L28")]
    [InlineData("L29")]
    [InlineData("L30")]
    [InlineData("L31")]
    [InlineData("L32")]
    [InlineData("L33")]
    [InlineData("L34")]
    [InlineData("L35")]
    [InlineData("L36")]
    [InlineData("L37")]
    [InlineData("L38")]
    [InlineData("L39")]
    [InlineData("L40")]
    [InlineData("L41")]
    [InlineData("L42a")]
    [InlineData("L42b")]
    [InlineData("L43")]
    [InlineData("L44")]
    [InlineData("L45")]
    [InlineData("L46")]
    [InlineData("L47")]
    [InlineData("L48")]
    [InlineData("L49")]
    [InlineData("L50")]
    [InlineData("L51")]
    [InlineData("L52")]
    public void Run_RowOfTheOpenSet_IsThereAndComesOut(string id) =>
        Report.Results.ShouldContain(result => result.Case.Id == id && result.Passed);

    [Fact]
    public void Coverage_EveryRule_FiresInOneCaseAndNotInAnother()
    {
        Report.Coverage.NeverFired.ShouldBeEmpty();
        Report.Coverage.AlwaysFired.ShouldBeEmpty();
    }
}
