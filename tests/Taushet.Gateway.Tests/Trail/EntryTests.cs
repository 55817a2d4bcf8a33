using Grpc.Core;
using Taushet.Core.Trail.Tree;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Trail;

public sealed class EntryTests : IAsyncLifetime
{
    private Auditing audit = null!;

    public async Task InitializeAsync() => audit = await Auditing.StartAsync();

    public async Task DisposeAsync() => await audit.DisposeAsync();

    [Fact]
    public async Task Get_ByTheHoldersAuditor_TellsTheWholeDecision()
    {
        var receipt = (await audit.OrderAsync(Town.Shielded, Cell.Attendance, Cell.Address)).Receipt;

        var answer = await GetAsync(Auditing.School(), receipt);

        answer.Explanation.Cells.Select(cell => (cell.Cell, cell.Outcome)).ShouldContain((Cell.Attendance, V1.Outcome.Must));
        answer.Explanation.Rules.ShouldContain(rule => rule.RuleId == "bvl-13-4-order" && rule.Citations.Count > 0 && rule.Title.Length > 0);
        answer.Explanation.SourceResult.ShouldNotBeEmpty();
        answer.Entry.HolderDetails.GradedAddress.ShouldBeTrue();
        answer.LeafHolds.ShouldBeTrue();
    }

    [Fact]
    public async Task Get_ByTheReceiversAuditor_TellsThePublicPartAlone()
    {
        var receipt = (await audit.OrderAsync(Town.Shielded, Cell.Attendance)).Receipt;

        var answer = await GetAsync(Auditing.Barnevern(), receipt);

        answer.Explanation.ShouldBeNull();
        answer.Entry.HolderDetails.ShouldBeNull();
        answer.Entry.CaseReference.ShouldBe("case-12");
        answer.Entry.EntryId.ShouldBe(receipt.EntryId);
    }

    [Fact]
    public async Task Get_AnEntry_ComesWithWhatProvesIt()
    {
        var receipt = (await audit.OrderAsync(Town.Known, Cell.Attendance)).Receipt;
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        await audit.PlainAsync(Town.Known, Cell.Attendance);

        var proof = (await GetAsync(Auditing.School(), receipt)).Proof;

        proof.LeafHash.ShouldBe(receipt.LeafHash);
        var log = new Guid(proof.LogId.Span, bigEndian: true);
        var root = await audit.Gateway.Store.Trail.RootAsync(log, (long)proof.TreeSize, default);
        ProofCheck.Inclusion(
            (long)proof.Index,
            (long)proof.TreeSize,
            proof.LeafHash.Span,
            [.. proof.InclusionProof.Select(hash => hash.Memory)],
            root.Span).ShouldBeTrue();
        proof.Checkpoint.TreeSize.ShouldBe(proof.TreeSize);
    }

    [Fact]
    public async Task Get_ByWhoIsNoParty_OrOfNoEntry_IsTheSameNotFound()
    {
        var receipt = (await audit.OrderAsync(Town.Known, Cell.Attendance)).Receipt;
        var none = receipt.Clone();
        none.Index += 1000;

        var hidden = await Should.ThrowAsync<RpcException>(() => GetAsync(Auditing.Psychiatry(), receipt));
        var absent = await Should.ThrowAsync<RpcException>(() => GetAsync(Auditing.Psychiatry(), none));

        hidden.StatusCode.ShouldBe(StatusCode.NotFound);
        absent.Status.ShouldBe(hidden.Status);
    }

    [Fact]
    public async Task Get_AReadingOfTheLog_TellsItsRecord()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        var reading = (await audit.SearchAsync(Auditing.School(), Auditing.Of(Town.Known))).Receipt;

        var answer = await GetAsync(Auditing.School(), reading);

        answer.Entry.Kind.ShouldBe("log-searched");
        answer.Explanation.Record.ShouldContain("shown 1");
    }

    private async Task<GetEntryResponse> GetAsync(LogReader reader, Receipt receipt)
    {
        await Indexed.WaitAsync(audit.Gateway.Store.Index);
        return await audit.Log.GetEntryAsync(
            new GetEntryRequest { Reader = reader, LogId = receipt.LogId, Index = receipt.Index },
            audit.Tokens.As(reader.Party.OrganisationNumber, "auditor"));
    }
}
