using Google.Protobuf;
using Grpc.Core;
using Taushet.Core.Trail;
using Taushet.Gateway.Release;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Holder;

public sealed class StandingDecisionTests
{
    [Fact]
    public async Task Record_Decision_OpensTheNextRequestAndItsEndClosesIt()
    {
        await using var gateway = await StartAsync();
        (await AskAsync(gateway)).Information.ShouldBeNull();

        var recorded = await Standing.Client(gateway).RecordStandingDecisionAsync(Standing.Record(), gateway.As(Town.Barnevern));
        var opened = await AskAsync(gateway);

        opened.Information.ShouldNotBeNull();
        var given = opened.Groups.Where(group => group.Outcome == Outcome.MayByHolder).SelectMany(group => group.Cells);
        given.ShouldBe(Standing.Left, ignoreOrder: true);
        var ended = await EndAsync(gateway, recorded.Decision);
        (await AskAsync(gateway)).Information.ShouldBeNull();
        ended.Decision.Current.Change.ShouldBe(StandingDecisionChange.Ended);
    }

    [Fact]
    public async Task History_RecordedChangedAndEnded_IsWholeWithAnEntryOfEach()
    {
        await using var gateway = await StartAsync();
        var client = Standing.Client(gateway);
        var recorded = await client.RecordStandingDecisionAsync(Standing.Record(), gateway.As(Town.Barnevern));
        var changed = await client.ChangeStandingDecisionAsync(Change(recorded.Decision, 1), gateway.As(Town.Barnevern));
        var ended = await EndAsync(gateway, changed.Decision);

        var got = await client.GetStandingDecisionAsync(
            new GetStandingDecisionRequest { Holder = Standing.Holder, Id = recorded.Decision.Id }, gateway.As(Town.Barnevern));

        got.Decision.History.Select(version => version.Change).ShouldBe(
            [StandingDecisionChange.Recorded, StandingDecisionChange.Changed, StandingDecisionChange.Ended]);
        got.Decision.History.Select(version => version.EntryId).ShouldBe(
            [recorded.Receipt.EntryId, changed.Receipt.EntryId, ended.Receipt.EntryId]);
        got.Decision.History[0].DecidedBy.ShouldBe(Standing.Leader);
        got.Decision.History[0].Reason.ShouldBe(Standing.Record().Reason);
        got.Decision.Current.Terms.ToDate.ShouldBe(Standing.Day(-1));
        var entries = await EntriesAsync(gateway);
        entries.Select(entry => entry.Public.Kind).ShouldBe(
            [EntryKind.StandingDecisionRecorded, EntryKind.StandingDecisionChanged, EntryKind.StandingDecisionEnded]);
        entries.ShouldAllBe(entry => entry.Public.Given.IsEmpty && entry.Public.Receiver.Organisation.Length == 0);
        entries[1].Holder!.Decision.ShouldContain("cells REL");
    }

    [Fact]
    public async Task Change_VersionThatIsNotTheNewest_AbortedWithoutAnEntry()
    {
        await using var gateway = await StartAsync();
        var client = Standing.Client(gateway);
        var recorded = await client.RecordStandingDecisionAsync(Standing.Record(), gateway.As(Town.Barnevern));
        await client.ChangeStandingDecisionAsync(Change(recorded.Decision, 1), gateway.As(Town.Barnevern));

        var late = await Should.ThrowAsync<RpcException>(async () =>
            await client.ChangeStandingDecisionAsync(Change(recorded.Decision, 1), gateway.As(Town.Barnevern)));
        var again = await Should.ThrowAsync<RpcException>(async () => await client.RecordStandingDecisionAsync(
            Again(recorded.Decision.Id), gateway.As(Town.Barnevern)));

        (late.StatusCode, again.StatusCode).ShouldBe((StatusCode.Aborted, StatusCode.Aborted));
        (await EntriesAsync(gateway)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Change_ManyAtOnce_OneTakesEffectAndTheRestAreAborted()
    {
        await using var gateway = await StartAsync();
        var client = Standing.Client(gateway);
        var recorded = await client.RecordStandingDecisionAsync(Standing.Record(), gateway.As(Town.Barnevern));

        var codes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await client.ChangeStandingDecisionAsync(Change(recorded.Decision, 1), gateway.As(Town.Barnevern));
                return StatusCode.OK;
            }
            catch (RpcException error)
            {
                return error.StatusCode;
            }
        }));

        codes.Count(code => code == StatusCode.OK).ShouldBe(1);
        codes.ShouldAllBe(code => code == StatusCode.OK || code == StatusCode.Aborted);
    }

    [Fact]
    public async Task Change_Ended_IsForGood()
    {
        await using var gateway = await StartAsync();
        var client = Standing.Client(gateway);
        var recorded = await client.RecordStandingDecisionAsync(Standing.Record(), gateway.As(Town.Barnevern));
        var ended = await EndAsync(gateway, recorded.Decision);

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await client.ChangeStandingDecisionAsync(Change(ended.Decision, 2), gateway.As(Town.Barnevern)));

        error.StatusCode.ShouldBe(StatusCode.Aborted);
    }

    [Fact]
    public async Task Record_IdOfAnotherOrganisation_AbortedWithoutAnEntry()
    {
        await using var gateway = await StartAsync();
        var recorded = await Standing.Client(gateway).RecordStandingDecisionAsync(Standing.Record(), gateway.As(Town.Barnevern));
        var stored = (await gateway.Store.StandingDecisions.FindAsync(
            WireIds.Read(recorded.Decision.Id), Town.Barnevern, default)).ShouldNotBeNull().Versions[0].Decision;
        var id = Guid.NewGuid();
        await gateway.Store.Registrar.RecordAsync(
            stored with { Id = id, HolderOrganisation = Town.School, Fact = stored.Fact with { Id = id } }, default);

        var error = await Should.ThrowAsync<RpcException>(async () => await Standing.Client(gateway).RecordStandingDecisionAsync(
            Again(WireIds.Of(id)), gateway.As(Town.Barnevern)));

        error.StatusCode.ShouldBe(StatusCode.Aborted);
        (await EntriesAsync(gateway)).Count.ShouldBe(1);
    }

    /// <summary>INVARIANT: a version of a standing decision and the entry that tells of it are stored together or not at all.</summary>
    [Fact]
    public async Task Record_EntryCannotBeStored_NothingIsRecordedAndNothingOpens()
    {
        await using var gateway = await StartAsync();
        gateway.Scripted.AuditDown = true;

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await Standing.Client(gateway).RecordStandingDecisionAsync(Standing.Record(), gateway.As(Town.Barnevern)));

        gateway.Scripted.AuditDown = false;
        error.StatusCode.ShouldBe(StatusCode.Unavailable);
        (await ListAsync(gateway)).Decisions.ShouldBeEmpty();
        (await AskAsync(gateway)).Information.ShouldBeNull();
    }

    [Fact]
    public async Task Record_WhatTheLawDoesNotLeaveToTheHolder_EachIsAFieldViolation()
    {
        await using var gateway = await StartAsync();
        var request = Standing.Record(Cell.ClientRelation, Cell.GradedAddress, Cell.Finances, Cell.PrivateReporter);
        request.Terms.ToDate = Standing.Day(-2);
        request.Reason = string.Empty;
        request.DecidedBy = new ActingPerson { Reference = "leader-3" };

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await Standing.Client(gateway).RecordStandingDecisionAsync(request, gateway.As(Town.Barnevern)));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        Details.Violations(error).ShouldBe(["decided_by.role", "reason"], ignoreOrder: true);
        request.Reason = "because";
        request.DecidedBy.Role = "head";
        error = await Should.ThrowAsync<RpcException>(async () =>
            await Standing.Client(gateway).RecordStandingDecisionAsync(request, gateway.As(Town.Barnevern)));
        Details.Violations(error).ShouldBe(["terms.to_date", "terms.cells[1]", "terms.cells[2]", "terms.cells[3]"], ignoreOrder: true);
        (await EntriesAsync(gateway)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Record_LastDaysOfTheCalendar_AreDaysLikeAnyOther()
    {
        await using var gateway = await StartAsync();
        var request = Standing.Record();
        (request.Terms.FromDate, request.Terms.ToDate) = ("9999-06-01", "9999-12-31");

        var recorded = await Standing.Client(gateway).RecordStandingDecisionAsync(request, gateway.As(Town.Barnevern));

        recorded.Decision.Current.Terms.ToDate.ShouldBe("9999-12-31");
    }

    [Fact]
    public async Task Record_ReasonWithANumber_IsRefusedAndNotShown()
    {
        await using var gateway = await StartAsync();
        var request = Standing.Record();
        request.Reason = $"about {Town.Known}";

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await Standing.Client(gateway).RecordStandingDecisionAsync(request, gateway.As(Town.Barnevern)));

        Details.Violations(error).ShouldBe(["reason"]);
    }

    [Fact]
    public async Task EveryRpc_AnotherOrganisation_IsDeniedOrFindsNothing()
    {
        await using var gateway = await StartAsync();
        var client = Standing.Client(gateway);
        var recorded = await client.RecordStandingDecisionAsync(Standing.Record(), gateway.As(Town.Barnevern));
        var own = new Party { OrganisationNumber = Town.School, Service = Service.PrimarySchool };

        var asHolder = await Should.ThrowAsync<RpcException>(async () =>
            await client.RecordStandingDecisionAsync(Standing.Record(), gateway.As(Town.School)));
        var asItself = await Should.ThrowAsync<RpcException>(async () => await client.GetStandingDecisionAsync(
            new GetStandingDecisionRequest { Holder = own, Id = recorded.Decision.Id }, gateway.As(Town.School)));
        var change = Change(recorded.Decision, 1);
        change.Holder = own;
        var changes = await Should.ThrowAsync<RpcException>(async () =>
            await client.ChangeStandingDecisionAsync(change, gateway.As(Town.School)));

        asHolder.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        asItself.StatusCode.ShouldBe(StatusCode.NotFound);
        changes.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task List_Pages_EachDecisionOnce()
    {
        await using var gateway = await StartAsync();
        var client = Standing.Client(gateway);
        var ids = new List<ByteString>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await client.RecordStandingDecisionAsync(Standing.Record(), gateway.As(Town.Barnevern))).Decision.Id);
        }

        var listed = new List<ByteString>();
        var token = ByteString.Empty;
        do
        {
            var page = await client.ListStandingDecisionsAsync(
                new ListStandingDecisionsRequest { Holder = Standing.Holder, PageSize = 2, PageToken = token },
                gateway.As(Town.Barnevern));
            listed.AddRange(page.Decisions.Select(decision => decision.Id));
            token = page.NextPageToken;
        }
        while (!token.IsEmpty);

        listed.ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task Decision_OfStrictlyGradedChild_OpensNothing()
    {
        await using var gateway = await StartAsync();
        await Standing.Client(gateway).RecordStandingDecisionAsync(Standing.Record(), gateway.As(Town.Barnevern));

        (await AskAsync(gateway, Town.Shielded)).Information.ShouldBeNull();
        (await AskAsync(gateway, Town.Unknown)).Information.ShouldBeNull();
    }

    [Fact]
    public async Task Decision_OnAnotherGatewayOfTheDatabase_BindsItsNextRequest()
    {
        await using var gateway = await StartAsync();
        await using var another = await AnotherGateway.StartAsync(gateway, "second", HolderBook.Policies);
        var request = Town.Request(Standing.Ask(Town.Known));
        (await another.Client.RequestInformationAsync(request, gateway.As(Town.School))).Information.ShouldBeNull();

        var recorded = await Standing.Client(gateway).RecordStandingDecisionAsync(Standing.Record(), gateway.As(Town.Barnevern));
        (await another.Client.RequestInformationAsync(request, gateway.As(Town.School))).Information.ShouldNotBeNull();
        await EndAsync(gateway, recorded.Decision);

        (await another.Client.RequestInformationAsync(request, gateway.As(Town.School))).Information.ShouldBeNull();
    }

    private static async Task<TestGateway> StartAsync()
    {
        var gateway = await TestGateway.StartAsync(policies: HolderBook.Policies);
        await gateway.RegisterAsync(
            Town.Barnevern, Taushet.Core.Vocabulary.Service.Barnevern, source: gateway.Source.Address);
        return gateway;
    }

    private static ChangeStandingDecisionRequest Change(StandingDecision decision, uint seen) => new()
    {
        Holder = Standing.Holder,
        Id = decision.Id,
        ExpectedVersion = seen,
        Terms = Standing.Terms(Cell.ClientRelation),
        DecidedBy = Standing.Leader,
        Reason = "Only the relation is needed.",
    };

    private static RecordStandingDecisionRequest Again(ByteString id)
    {
        var request = Standing.Record();
        request.Id = id;
        return request;
    }

    private static async Task<EndStandingDecisionResponse> EndAsync(TestGateway gateway, StandingDecision decision) =>
        await Standing.Client(gateway).EndStandingDecisionAsync(
            new EndStandingDecisionRequest
            {
                Holder = Standing.Holder,
                Id = decision.Id,
                ExpectedVersion = decision.Current.Version,
                DecidedBy = Standing.Leader,
                Reason = "The measure is over.",
            },
            gateway.As(Town.Barnevern));

    private static async Task<ListStandingDecisionsResponse> ListAsync(TestGateway gateway) =>
        await Standing.Client(gateway).ListStandingDecisionsAsync(
            new ListStandingDecisionsRequest { Holder = Standing.Holder }, gateway.As(Town.Barnevern));

    private static async Task<RequestInformationResponse> AskAsync(TestGateway gateway, string? child = null) =>
        await gateway.Client.RequestInformationAsync(Town.Request(Standing.Ask(child ?? Town.Known)), gateway.As(Town.School));

    private static async Task<List<StoredEntry>> EntriesAsync(TestGateway gateway)
    {
        var entries = new List<StoredEntry>();
        await foreach (var entry in gateway.Store.Trail.ReadAsync(default))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
