using Taushet.Cli.Tests.Support;
using Taushet.Policies;
using Taushet.Policies.Approvals;

namespace Taushet.Cli.Tests.Policies;

/// <summary>The commands on a policy folder as a whole: hash, doubts, approve, book, order.</summary>
public sealed class PolicyBookCommandTests : IDisposable
{
    private readonly Folder folder = new();

    public PolicyBookCommandTests() => folder.CopyPolicies();

    [Fact]
    public async Task Hash_IsThatOfTheLoadedSet()
    {
        var told = await RunAsync("hash");

        told.Lines.ShouldBe([PolicyLoader.Load(folder.Path).Book!.Policies.Hash]);
    }

    [Fact]
    public async Task Doubts_NamesEveryDoubtfulRuleAndThatNobodyHasApproved()
    {
        var told = await RunAsync("doubts");

        told.Code.ShouldBe(0);
        PolicyLoader.Load(folder.Path).Book!.Doubts.ShouldAllBe(doubt => told.Output.Contains(doubt.RuleId));
        told.Output.ShouldContain("does not approve");
        told.Output.ShouldContain("MUST can be argued from pjl § 19");
    }

    [Fact]
    public async Task Approve_WithoutTheDoubtsAccepted_IsAFault() =>
        (await RunAsync("approve", "--name", "Kari", "--role", "advokat")).Code.ShouldBe(CommandFault.ExitCode);

    [Fact]
    public async Task Approve_DoubtsAccepted_PrintsWhatTheGatewayTakes()
    {
        var told = await RunAsync("approve", "--name", "Kari \"K\" Nordmann", "--role", "advokat", "--accept-doubts");
        folder.Write(ApprovalList.File, told.Output);

        var approval = ApprovalList.Read(folder.Path).For(PolicyLoader.Load(folder.Path).Book!.Policies).Approval.ShouldNotBeNull();
        approval.Name.ShouldBe("Kari \"K\" Nordmann");
        (await RunAsync("doubts")).Output.ShouldContain("approved by Kari");
    }

    [Fact]
    public async Task Book_WrittenThenChecked_IsOfTheseRulesUntilTheyChange()
    {
        (await RunAsync("book")).Code.ShouldBe(0);
        (await RunAsync("book", "--check")).Code.ShouldBe(0);
        await File.AppendAllTextAsync(folder.File("rules/pjl.yaml"), "\n# changed\n");

        var told = await RunAsync("book", "--check");

        told.Code.ShouldBe(1);
        told.Output.ShouldContain("BOOK.md is of other rules");
    }

    [Fact]
    public async Task Order_PutInOrder_DecidesTheSameAndStaysInOrder()
    {
        await RunAsync("order");

        (await RunAsync("order", "--check")).Code.ShouldBe(0);
        (await Told.ByAsync("policy", "test", Path.Combine(folder.Path, "cases"), "--policies", folder.Path)).Code.ShouldBe(0);
    }

    public void Dispose() => folder.Dispose();

    private Task<Told> RunAsync(string command, params string[] more) =>
        Told.ByAsync(["policy", command, "--policies", folder.Path, .. more]);
}
