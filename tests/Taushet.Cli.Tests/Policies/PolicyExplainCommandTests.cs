using Taushet.Cli.Tests.Support;

namespace Taushet.Cli.Tests.Policies;

public sealed class PolicyExplainCommandTests
{
    private static readonly string Cases = Path.Combine(Folder.RealPolicies, "cases");

    [Fact]
    public async Task Explain_ReportBelowTheThreshold_NamesTheConditionThatFailedAndWhatItIs()
    {
        var told = await ExplainAsync("L03-vague");

        told.Code.ShouldBe(0, told.Errors);
        told.Lines.ShouldContain(line => line.Contains("nær (plikt avgiver kan ha): bvl-13-2-a-report", StringComparison.Ordinal));
        told.Lines.ShouldContain("    mangler: melders sikkerhet: må være minst grunn til å tro (nå: vag mistanke)");
        told.Lines.ShouldContain(line => line.Contains("drøft uten å si hvem barnet er", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Explain_GivenCell_NamesItsRuleLawAndObligations()
    {
        var told = await ExplainAsync("L03");

        told.Lines.ShouldContain("  MUST: skal gis");
        told.Lines.ShouldContain(line => line.StartsWith("  hjemmel: bvl § 13-2 bokstav a", StringComparison.Ordinal));
        told.Lines.ShouldContain("  plikt: informer ikke foreldrene");
    }

    [Fact]
    public async Task Explain_FileAndId_FindsTheSame() =>
        (await ExplainAsync("reports.yaml:L03")).Output.ShouldBe((await ExplainAsync("L03")).Output);

    [Fact]
    public async Task Explain_UnknownCase_IsAFault() => (await ExplainAsync("L999")).ShouldBeAFault("0 cases are called 'L999'", Cases);

    private static Task<Told> ExplainAsync(string id) =>
        Told.ByAsync("policy", "explain", id, Cases, "--policies", Folder.RealPolicies);
}
