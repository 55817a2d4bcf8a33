using System.Text.Json;
using System.Xml.Linq;
using Taushet.Cli.Tests.Support;

namespace Taushet.Cli.Tests.Policies;

public sealed class CaseReportTests : IDisposable
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

    private static readonly string Failing = Case.Replace("expect: {", "expect: { MUST: [REL],", StringComparison.Ordinal);
    private static readonly string Unreadable = Case.Replace("{ age: 5 }", "{ age: 5, colour: red }", StringComparison.Ordinal);

    private readonly Folder folder = new();

    [Fact]
    public async Task Junit_OneCaseFails_IsAFailureWithFileLineAndDifferences()
    {
        var told = await TestAsync(Failing, "junit");

        told.Code.ShouldBe(1);
        var suites = XDocument.Parse(told.Output).Root!;
        Counts(suites).ShouldBe(("1", "1", "0"));
        var test = suites.Element("testsuite")!.Element("testcase")!;
        test.Attribute("name")!.Value.ShouldBe("one: A kindergarten gives nothing by itself");
        (test.Attribute("file")!.Value, test.Attribute("line")!.Value).ShouldBe(("case.yaml", "1"));
        test.Element("failure")!.Value.ShouldBe("REL: expected MUST, got WITHHOLD");
    }

    [Fact]
    public async Task Junit_UnknownKey_IsAnErrorWithFileAndLine()
    {
        var told = await TestAsync(Unreadable, "junit");

        told.Code.ShouldBe(1);
        var suites = XDocument.Parse(told.Output).Root!;
        Counts(suites).ShouldBe(("1", "0", "1"));
        var test = suites.Element("testsuite")!.Element("testcase")!;
        test.Attribute("line")!.Value.ShouldBe("6");
        test.Element("error")!.Attribute("message")!.Value.ShouldContain("colour");
    }

    [Fact]
    public async Task Junit_AllPass_HasNoFailureAndExitsWithZero()
    {
        var told = await TestAsync(Case, "junit");

        told.Code.ShouldBe(0);
        Counts(XDocument.Parse(told.Output).Root!).ShouldBe(("1", "0", "0"));
    }

    [Fact]
    public async Task Json_OneCaseFails_TellsIt()
    {
        var told = await TestAsync(Failing, "json");

        told.Code.ShouldBe(1);
        using var json = JsonDocument.Parse(told.Output);
        var root = json.RootElement;
        root.GetProperty("policySet").GetString()!.Length.ShouldBe(64);
        (root.GetProperty("passed").GetInt32(), root.GetProperty("failed").GetInt32()).ShouldBe((0, 1));
        var one = root.GetProperty("cases")[0];
        (one.GetProperty("id").GetString(), one.GetProperty("line").GetInt32()).ShouldBe(("one", 1));
        var difference = one.GetProperty("differences")[0];
        difference.GetProperty("subject").GetString().ShouldBe("REL");
        difference.GetProperty("got").GetString().ShouldBe("WITHHOLD");
        root.GetProperty("rules").GetProperty("fired").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Json_UnknownKey_TellsTheFaultAndNoCase()
    {
        var told = await TestAsync(Unreadable, "json");

        told.Code.ShouldBe(1);
        using var json = JsonDocument.Parse(told.Output);
        var fault = json.RootElement.GetProperty("faults")[0];
        (fault.GetProperty("file").GetString(), fault.GetProperty("line").GetInt32(), fault.GetProperty("kind").GetString())
            .ShouldBe(("case.yaml", 6, "unknownKey"));
        json.RootElement.GetProperty("cases").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Format_Unknown_IsRefused() => (await TestAsync(Case, "yaml")).Code.ShouldNotBe(0);

    public void Dispose() => folder.Dispose();

    private static (string Tests, string Failures, string Errors) Counts(XElement element) =>
        (element.Attribute("tests")!.Value, element.Attribute("failures")!.Value, element.Attribute("errors")!.Value);

    private Task<Told> TestAsync(string cases, string format) =>
        Told.ByAsync("policy", "test", folder.Write("case.yaml", cases), "--policies", Folder.RealPolicies, "--format", format);
}
