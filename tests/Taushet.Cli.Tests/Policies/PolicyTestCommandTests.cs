using Taushet.Cli.Tests.Support;

namespace Taushet.Cli.Tests.Policies;

public sealed class PolicyTestCommandTests : IDisposable
{
    private const string Case = """
        - case: one
          title: A kindergarten gives nothing by itself
          flow: pull
          receiver: SKO
          holder: { service: BHG, form: private }
          child: { age: 5 }
          purpose: transition-to-school
          needed: { teach: all }
          expect: { citations: [{ act: bhl, section: "44" }] }
        """;

    private readonly Folder folder = new();

    [Fact]
    public async Task Test_ExpectationHolds_ExitsWithZero()
    {
        var told = await TestAsync(Case);

        told.Code.ShouldBe(0, told.Output);
        told.Lines[^1].ShouldBe("1 cases: 1 passed, 0 failed");
    }

    [Fact]
    public async Task Test_ExpectationDiffers_TellsTheDifferenceWithFileAndLineAndExitsWithOne()
    {
        var told = await TestAsync(Case.Replace("expect: {", "expect: { MUST: [REL],", StringComparison.Ordinal));

        told.Code.ShouldBe(1);
        told.Lines.ShouldContain("      case.yaml:1: REL: expected MUST, got WITHHOLD");
        told.Lines[^1].ShouldBe("1 cases: 0 passed, 1 failed");
    }

    [Fact]
    public async Task Test_UnknownKeyInACase_TellsFileAndLineAndRunsNothing()
    {
        var told = await TestAsync(Case.Replace("  flow: pull", "  colour: red\n  flow: pull", StringComparison.Ordinal));

        told.Code.ShouldBe(1);
        told.Lines[0].ShouldStartWith("case.yaml:3:");
        told.Lines[0].ShouldContain("colour");
        told.Lines[^1].ShouldBe("1 faults; no case was run");
    }

    [Fact]
    public async Task Test_NoCase_IsNoSuccess()
    {
        Directory.CreateDirectory(folder.File("cases"));

        (await Told.ByAsync("policy", "test", folder.File("cases"), "--policies", Folder.RealPolicies)).Code.ShouldBe(1);
    }

    [Fact]
    public async Task Test_RuleBookWithAFault_TellsItAndRunsNothing()
    {
        folder.CopyPolicies();
        folder.Write("purposes.yaml", "- purpose: nothing-known\n");

        var told = await Told.ByAsync("policy", "test", folder.File("cases"), "--policies", folder.Path);

        told.Code.ShouldBe(1);
        told.Lines.ShouldContain(line => line.StartsWith("purposes.yaml:1:", StringComparison.Ordinal));
        told.Lines[^1].ShouldEndWith("faults; no case was run");
    }

    public void Dispose() => folder.Dispose();

    private Task<Told> TestAsync(string cases) =>
        Told.ByAsync("policy", "test", folder.Write("case.yaml", cases), "--policies", Folder.RealPolicies);
}
