using Taushet.Core.Policies;
using Taushet.Policies.Approvals;

namespace Taushet.Policies.Tests.Approvals;

public sealed class ApprovalListTests : IDisposable
{
    private static readonly PolicySet Policies = PolicyFolder.Book.Policies;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("taushet-approvals-");

    [Fact]
    public void For_ShippedFile_ApprovesNothing()
    {
        var list = ApprovalList.Read(PolicyFolder.Root);

        list.Faults.ShouldBeEmpty();
        list.For(Policies).Approval.ShouldBeNull();
        list.For(Policies).Why.ShouldContain(Policies.Hash);
    }

    [Fact]
    public void For_NoFile_ApprovesNothing() => ApprovalList.Read(folder.FullName).For(Policies).Approval.ShouldBeNull();

    // INVARIANT: an approval holds only when it names the hash and accepts every doubtful rule of the set.
    [Fact]
    public void For_HashAndEveryDoubt_Approves()
    {
        var approval = Read(Approval(Policies.Hash, Doubts())).For(Policies).Approval.ShouldNotBeNull();

        (approval.Name, approval.Role, approval.Date).ShouldBe(("Kari Nordmann", "advokat", new DateOnly(2026, 11, 21)));
    }

    [Fact]
    public void For_OneDoubtLeftOut_DoesNotApproveAndNamesIt()
    {
        var verdict = Read(Approval(Policies.Hash, Doubts().Skip(1))).For(Policies);

        verdict.Approval.ShouldBeNull();
        verdict.Why.ShouldContain(Doubts().First());
    }

    [Fact]
    public void For_AnotherHash_DoesNotApprove() =>
        Read(Approval(new string('0', 64), Doubts())).For(Policies).Approval.ShouldBeNull();

    [Theory]
    [InlineData("- hash: abc\n  name: n\n  role: r\n  date: 2026-11-21\n  accepts: []\n", 1)]
    [InlineData("- name: n\n  role: r\n  date: 2026-11-21\n  accepts: []\n", 1)]
    [InlineData("- hash: 0123456789012345678901234567890123456789012345678901234567890123\n  name: n\n  colour: red\n  role: r\n  date: 2026-11-21\n  accepts: []\n", 3)]
    public void Read_Fault_IsToldWithLineAndApprovesNothing(string text, int line)
    {
        var list = Read(text);

        list.Faults.ShouldHaveSingleItem().Line.ShouldBe(line);
        list.Approvals.ShouldBeEmpty();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<string> Doubts() => Policies.Doubts.Select(doubt => doubt.Id);

    private static string Approval(string hash, IEnumerable<string> accepts) =>
        $"- hash: {hash}\n  name: Kari Nordmann\n  role: advokat\n  date: 2026-11-21\n  accepts: [{string.Join(", ", accepts)}]\n";

    private ApprovalList Read(string text)
    {
        File.WriteAllText(Path.Combine(folder.FullName, ApprovalList.File), text);
        return ApprovalList.Read(folder.FullName);
    }
}
