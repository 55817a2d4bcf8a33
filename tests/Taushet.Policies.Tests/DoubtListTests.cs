using Taushet.Policies.Book;
using Taushet.Policies.Faults;

namespace Taushet.Policies.Tests;

public sealed class DoubtListTests
{
    [Fact]
    public void Read_RealFolder_SaysTheDoubtOfEveryDoubtfulRuleAndOfNoOther()
    {
        var doubts = DoubtList.Read(PolicyFolder.Root, PolicyFolder.Book);

        doubts.Faults.ShouldBeEmpty();
        doubts.ByRule.Keys.ShouldBe(PolicyFolder.Book.Doubts.Select(doubt => doubt.RuleId), ignoreOrder: true);
        doubts.ByRule["hpl-25-health-care"].ShouldContain("pjl § 19");
    }

    [Fact]
    public void Read_WrongList_EveryFaultWithItsLine()
    {
        var folder = Directory.CreateTempSubdirectory("taushet-doubts-").FullName;
        File.WriteAllText(
            Path.Combine(folder, DoubtList.File),
            "- doubt: one\n  rules: [hpl-25-health-care, hpl-25-health-care]\n- doubt: two\n  rules: [no-such-rule]\n  colour: red\n");

        var faults = DoubtList.Read(folder, PolicyFolder.Book).Faults;
        Directory.Delete(folder, recursive: true);

        faults.ShouldContain(fault => fault.Kind == FaultKind.DuplicateId && fault.Line == 2);
        faults.ShouldContain(fault => fault.Kind == FaultKind.UnknownKey && fault.Line == 5);
        faults.ShouldContain(fault => fault.Kind == FaultKind.MissingKey && fault.Message.Contains("uhl-12-7-base"));
    }
}
