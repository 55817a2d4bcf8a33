using Google.Protobuf;
using Grpc.Core;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Ports;
using Cell = Taushet.V1.Cell;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Tests.Trail;

public sealed class OwnLogTests : IAsyncLifetime
{
    private static readonly string Mother = People.Number(11);
    private Auditing audit = null!;

    public async Task InitializeAsync()
    {
        audit = await Auditing.StartAsync();
        await audit.Gateway.Store.Guardians.RegisterAsync(
            Town.Known, Mother, GuardianStanding.WithResponsibility, TestGateway.Start, default);
    }

    public async Task DisposeAsync() => await audit.DisposeAsync();

    [Fact]
    public async Task List_ByTheChild_TellsEachAccessInPlainNorwegian()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance, Cell.ChildSchooling);
        await audit.PlainAsync(Town.Known, Cell.Attendance);

        var answer = await ListAsync(Town.Known);

        answer.Lines.Count.ShouldBe(2);
        answer.Lines[0].Text.ShouldContain("grunnskolen (Unit) ba barne- og ungdomspsykiatrien (BUP) (Unit) om opplysninger, og fikk ingen.");
        answer.Lines[0].Categories.ShouldBeEmpty();
        answer.Lines[1].Text.ShouldStartWith("1. september 2026 kl. 12:00: barnevernstjenesten (Unit) ");
        answer.Lines[1].Text.ShouldContain("Formål: en barnevernssak. Oppgitt hjemmel: pålegg fra barnevernet (bvl § 13-4).");
        answer.Lines[1].Employee.ShouldBe("caseworker");
        answer.Lines.ShouldAllBe(line => !line.Text.Contains("employee-7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_WithProofs_EachLineStandsInItsLog()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);

        var line = (await ListAsync(Town.Known, proofs: true)).Lines.ShouldHaveSingleItem();

        var log = new Guid(line.LogId.Span, bigEndian: true);
        var root = await audit.Gateway.Store.Trail.RootAsync(log, (long)line.Proof.TreeSize, default);
        Core.Trail.Tree.ProofCheck.Inclusion(
            (long)line.Index,
            (long)line.Proof.TreeSize,
            line.Proof.LeafHash.Span,
            [.. line.Proof.InclusionProof.Select(hash => hash.Memory)],
            root.Span).ShouldBeTrue();
    }

    [Fact]
    public async Task List_ByAParentWhoWouldBeRefused_AndByAStranger_IsTheSameEmptyAnswer()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        await audit.ReportAsync(Town.Known, Cell.SignsPhysical);

        var mother = await ListAsync(Mother, Town.Known);
        var stranger = await ListAsync(People.Number(12), Town.Known);

        foreach (var answer in new[] { mother, stranger })
        {
            answer.Lines.ShouldBeEmpty();
            answer.NextPageToken.ShouldBeEmpty();
            answer.Receipt = null;
        }

        mother.ShouldBe(stranger);
    }

    [Fact]
    public async Task List_ByAChildTooYoung_OrUnknown_ShowsNothing()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        await audit.Gateway.Store.Registrar.ImportAsync(
            [new PersonRow(Town.Known, new DateOnly(2015, 4, 1), Grading.Ungraded, ParentalResponsibility.JointTogether, null)],
            TestGateway.Start.AddMinutes(1),
            default);

        (await ListAsync(Town.Known)).Lines.ShouldBeEmpty();
        (await ListAsync(Town.Unknown)).Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task List_InPages_NeitherSkipsNorRepeatsAndIsSealed()
    {
        for (var n = 0; n < 5; n++)
        {
            await audit.OrderAsync(Town.Known, Cell.Attendance);
        }

        var all = (await ListAsync(Town.Known)).Lines.Select(line => line.Index).ToList();
        var read = new List<ulong>();
        var token = ByteString.Empty;
        do
        {
            var page = await audit.Log.ListAccessesToMeAsync(
                new Wire.ListAccessesToMeRequest { PageSize = 2, PageToken = token }, audit.Tokens.Citizen(Town.Known));
            read.AddRange(page.Lines.Select(line => line.Index));
            token = page.NextPageToken;
            if (!token.IsEmpty)
            {
                (await Auditing.RefusedAsync(async () => await audit.Log.ListAccessesToMeAsync(
                    new Wire.ListAccessesToMeRequest { PageToken = token }, audit.Tokens.Citizen(Town.Shielded)))).ShouldBe(StatusCode.InvalidArgument);
            }
        }
        while (!token.IsEmpty);

        read.ShouldBe(all);
    }

    [Fact]
    public async Task List_ByWhoIsNoCitizen_IsRefused()
    {
        var asked = new Wire.ListAccessesToMeRequest { ChildNumber = Town.Known };

        foreach (var token in new[] { audit.Gateway.As(Town.School), audit.Tokens.As(Town.School, "auditor") })
        {
            (await Auditing.RefusedAsync(async () => await audit.Log.ListAccessesToMeAsync(asked, token))).ShouldBe(StatusCode.PermissionDenied);
        }

        (await Auditing.RefusedAsync(async () => await audit.Log.SearchEntriesAsync(
            new Wire.SearchEntriesRequest { Reader = Auditing.School() }, audit.Tokens.Citizen(Town.Known)))).ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task List_AnyReading_IsItselfAnEntryThatTheChildCanSee()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        await audit.SearchAsync(Auditing.School(), Auditing.Of(Town.Known));
        await ListAsync(Mother, Town.Known);
        audit.Gateway.Scripted.AuditDown = true;
        (await Auditing.RefusedAsync(() => ListAsync(Town.Known, wait: false))).ShouldBe(StatusCode.Unavailable);
        audit.Gateway.Scripted.AuditDown = false;

        var lines = (await ListAsync(Town.Known)).Lines;

        lines.ShouldContain(line => line.Text.Contains("En kontrollør hos grunnskolen (Unit) så i loggen.", StringComparison.Ordinal));
    }

    private async Task<Wire.ListAccessesToMeResponse> ListAsync(string caller, string child = "", bool proofs = false, bool wait = true)
    {
        if (wait)
        {
            await Indexed.WaitAsync(audit.Gateway.Store.Index);
        }

        return await audit.Log.ListAccessesToMeAsync(
            new Wire.ListAccessesToMeRequest { ChildNumber = child, WithProofs = proofs }, audit.Tokens.Citizen(caller));
    }
}
