using Taushet.Policies.Cases;
using Taushet.Policies.Faults;

namespace Taushet.Policies.Tests;

public sealed class CaseFaultTests : IDisposable
{
    private const string Case = """
        - case: one
          title: A case
          flow: pull
          receiver: SKO
          holder: { service: BHG, form: private }
          child: { age: 5 }
          purpose: transition-to-school
          needed: { teach: all }
          expect: { citations: [{ act: bhl, section: "44" }] }
        """;

    private readonly string file = Path.GetTempFileName();

    [Theory]
    [InlineData(FaultKind.UnknownKey, "  title: A case", "  title: A case\n  colour: red", 3)]
    [InlineData(FaultKind.UnknownKey, "age: 5", "age: 5, height: 110", 6)]
    [InlineData(FaultKind.UnknownKey, "expect: {", "expect: { MAY: [], ", 9)]
    [InlineData(FaultKind.MissingKey, "  flow: pull\n", "", 1)]
    [InlineData(FaultKind.UnknownCode, "SKO", "SKOLE", 4)]
    [InlineData(FaultKind.UnknownCode, "teach: all", "teach: [NOPE]", 8)]
    [InlineData(FaultKind.BadValue, "age: 5", "age: five", 6)]
    [InlineData(FaultKind.UnknownAct, "act: bhl", "act: nolaw", 9)]
    [InlineData(FaultKind.UnknownCase, "  flow: pull", "  flow: pull\n  like: two", 4)]
    [InlineData(FaultKind.UnknownKey, "  flow: pull", "  flow: pull\n  evidence: { order: { colour: red } }", 4)]
    [InlineData(FaultKind.UnknownKey, "  flow: pull", "  flow: pull\n  facts: { consents: [{ area: health, givers: [self], holders: [BUP], receivers: [SKO], purposes: [contact], cells: all, until: 2026-01-01 }] }", 4)]
    public void Load_OneFault_TellsItWithItsLine(FaultKind kind, string old, string replacement, int line)
    {
        var result = Load(Case.Replace(old, replacement, StringComparison.Ordinal));

        result.Succeeded.ShouldBeFalse();
        result.Cases.ShouldBeEmpty();
        result.Faults.Select(fault => (fault.Kind, fault.Line)).ShouldBe([(kind, line)]);
    }

    [Fact]
    public void Load_SameIdTwice_TellsTheSecond() =>
        Load(Case + "\n" + Case).Faults.Select(fault => (fault.Kind, fault.Line)).ShouldBe([(FaultKind.DuplicateId, 10)]);

    [Fact]
    public void Load_NoSuchFile_IsAFaultAndNoException() =>
        CaseLoader.Load("/no/such/case.yaml", PolicyFolder.Book).Faults.ShouldHaveSingleItem().Kind.ShouldBe(FaultKind.Unreadable);

    [Fact]
    public void Run_WrongExpectation_TellsCellCitationObligationAndRoute()
    {
        var wrong = Case.Replace(
            "expect: {",
            "expect: { MUST: [REL], by_hand: [EVT], obligations: [hear-child], routes: [nav-order], ",
            StringComparison.Ordinal).Replace("bhl, section: \"44\"", "krl, section: \"5\"", StringComparison.Ordinal);

        var result = CaseRunner.Run(Load(wrong).Cases, PolicyFolder.Book.Policies).Results.ShouldHaveSingleItem();

        result.Passed.ShouldBeFalse();
        result.Differences.Select(difference => difference.ToString()).ShouldBe(
        [
            "REL: expected MUST, got WITHHOLD",
            "EVT: expected by hand, got by machine",
            "citation: expected krl § 5, got none",
            "obligation: expected hear-child, got none",
            "route: expected nav-order, got none",
        ]);
    }

    [Fact]
    public void Run_MoreReleasedThanExpected_Fails()
    {
        var l01 = CaseLoader.Load(Path.Combine(PolicyFolder.Root, "cases"), PolicyFolder.Book).Cases.Single(read => read.Id == "L01");
        var narrowed = l01 with { Expected = l01.Expected with { Must = default } };

        CaseRunner.Run(narrowed, PolicyFolder.Book.Policies).Differences.Length.ShouldBe(l01.Expected.Must.Count);
    }

    public void Dispose() => File.Delete(file);

    private CaseLoadResult Load(string text)
    {
        File.WriteAllText(file, text);
        return CaseLoader.Load(file, PolicyFolder.Book);
    }
}
