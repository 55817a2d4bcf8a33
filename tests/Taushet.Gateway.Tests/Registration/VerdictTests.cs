using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Taushet.Core.Trail;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Ports;
using Taushet.V1;
using RegistryWarning = Taushet.V1.RegistryWarning;

namespace Taushet.Gateway.Tests.Registration;

public sealed class VerdictTests
{
    /// <summary>
    /// INVARIANT: who has proposed a change never confirms it, whatever account, client or issuer the person comes by.
    /// </summary>
    [Fact]
    public async Task Confirmed_BySamePersonUnderAnotherClientOrAccount_RefusedWithAnEntry()
    {
        await using var town = await Administering.StartAsync();
        var proposal = await town.ProposeAsync();
        foreach (var caller in new[]
        {
            town.As(Administering.First),
            town.As(Administering.First, client: "aaaaaaaa-3c54-4b7e-9c3e-0d3b9a6a1c22"),
            town.As(Administering.FirstsOther),
        })
        {
            var error = await Administering.FailAsync(() => town.Client.ConfirmProposalAsync(Administering.Confirmation(proposal.Id), caller));
            error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
            Details.Reason(error).ShouldBe("SECOND_PERSON");
        }

        (await town.EndAsync()).ShouldBe(StatusCode.PermissionDenied);
        (await town.KindsAsync()).ShouldBe([EntryKind.RegistrationProposed, .. Enumerable.Repeat(EntryKind.RegistrationNotByAnother, 3)]);
        await town.ConfirmAsync(proposal);
        (await town.EndAsync()).ShouldBe(StatusCode.OK);
    }

    /// <summary>
    /// INVARIANT: a token's role alone makes nobody an administrator: the person must be proven and listed in the settings.
    /// INVARIANT: a reference belongs to one administrator, so that nobody can be two.
    /// </summary>
    [Fact]
    public async Task Called_ByARoleAlone_PermissionDeniedAtEveryRpc()
    {
        await using var town = await Administering.StartAsync();
        var proposal = await town.ProposeAsync();
        var nobody = town.As(Administering.Nobody);
        RpcException[] errors =
        [
            await Should.ThrowAsync<RpcException>(() => town.ProposeAsync(Administering.Nobody)),
            await Administering.FailAsync(() => town.Client.ConfirmProposalAsync(Administering.Confirmation(proposal.Id), nobody)),
            await Administering.FailAsync(() => town.Client.RefuseProposalAsync(new RefuseProposalRequest { Id = proposal.Id, Reason = "no" }, nobody)),
            await Administering.FailAsync(() => town.Client.GetProposalAsync(new GetProposalRequest { Id = proposal.Id }, nobody)),
            await Administering.FailAsync(() => town.Client.ListProposalsAsync(new ListProposalsRequest(), nobody)),
            await Administering.FailAsync(() => town.Client.GetRegistrationAsync(new GetRegistrationRequest { Party = Administering.School() }, nobody)),
            await Administering.FailAsync(() => town.Client.ListRegistrationsAsync(new ListRegistrationsRequest(), nobody)),
        ];

        errors.ShouldAllBe(error => error.StatusCode == StatusCode.PermissionDenied && Details.Reason(error) == "NOT_ADMINISTRATOR");
        (await town.KindsAsync()).ShouldBe([EntryKind.RegistrationProposed]);
    }

    [Fact]
    public async Task Refused_ByAnother_OrTakenBack_CanNeverBeConfirmed()
    {
        await using var town = await Administering.StartAsync();
        foreach (var (oid, state) in new[] { (Administering.Second, ProposalState.Refused), (Administering.FirstsOther, ProposalState.Withdrawn) })
        {
            var proposal = await town.ProposeAsync();
            var refusal = new RefuseProposalRequest { Id = proposal.Id, Reason = "not so" };

            (await town.Client.RefuseProposalAsync(refusal, town.As(oid))).Proposal.State.ShouldBe(state);

            (await Should.ThrowAsync<RpcException>(() => town.ConfirmAsync(proposal))).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
            (await Administering.FailAsync(() => town.Client.RefuseProposalAsync(refusal, town.As(oid)))).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        }

        (await town.EndAsync()).ShouldBe(StatusCode.PermissionDenied);
        (await town.KindsAsync()).ShouldBe(
        [
            EntryKind.RegistrationProposed, EntryKind.RegistrationRefused, EntryKind.RegistrationProposed, EntryKind.RegistrationWithdrawn,
        ]);
    }

    [Fact]
    public async Task Waiting_TooLong_Lapses()
    {
        await using var town = await Administering.StartAsync();
        var proposal = await town.ProposeAsync();
        town.Gateway.Clock.Now += TimeSpan.FromDays(7);

        (await Should.ThrowAsync<RpcException>(() => town.ConfirmAsync(proposal))).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        (await town.Client.GetProposalAsync(new GetProposalRequest { Id = proposal.Id }, town.As(Administering.Second)))
            .Proposal.State.ShouldBe(ProposalState.Lapsed);
    }

    /// <summary>INVARIANT: that a proposal lapsed has one entry, whichever gateway notices it, and none where it was decided.</summary>
    [Fact]
    public async Task Waiting_TooLong_IsToldByOneEntryWhicheverGatewayNoticesIt()
    {
        await using var town = await Administering.StartAsync();
        await using var another = await AnotherGateway.StartAsync(town.Gateway, "another");
        var (lapsing, decided) = (await town.ProposeAsync(), await town.ProposeAsync());
        await town.Client.RefuseProposalAsync(new RefuseProposalRequest { Id = decided.Id, Reason = "not so" }, town.As(Administering.Second));
        town.Gateway.Clock.Now += TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1);
        (await SweepAsync(town, another)).ShouldBe(0);
        town.Gateway.Clock.Now += TimeSpan.FromSeconds(1);

        var told = await SweepAsync(town, another);
        told += await SweepAsync(town, another);
        (await Should.ThrowAsync<RpcException>(() => town.ConfirmAsync(lapsing))).StatusCode.ShouldBe(StatusCode.FailedPrecondition);

        told.ShouldBe(1);
        var entry = (await town.EntriesAsync()).Where(entry => entry.Public.Kind == EntryKind.RegistrationLapsed).ShouldHaveSingleItem();
        entry.Holder!.Decision.ShouldContain("\nproposed-by admin-1\n");
        entry.Sealed!.ActingPerson.ShouldStartWith("gateway\ntime is up");
        entry.Public.Caller.ShouldNotContain("person:");
        var read = (await town.Client.GetProposalAsync(new GetProposalRequest { Id = lapsing.Id }, town.As(Administering.Second))).Proposal;
        (read.State, new Guid(read.DecisionEntryId.Span, bigEndian: true), read.DecidedBy).ShouldBe((ProposalState.Lapsed, entry.Entry, string.Empty));
    }

    [Fact]
    public async Task Waiting_TooLong_IsToldByWhoTriesToDecideIt()
    {
        await using var town = await Administering.StartAsync();
        var proposal = await town.ProposeAsync();
        town.Gateway.Clock.Now += TimeSpan.FromDays(8);

        for (var attempt = 0; attempt < 2; attempt++)
        {
            (await Should.ThrowAsync<RpcException>(() => town.ConfirmAsync(proposal))).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
            (await Administering.FailAsync(() => town.Client.RefuseProposalAsync(
                new RefuseProposalRequest { Id = proposal.Id, Reason = "late" }, town.As(Administering.Second)))).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        }

        (await town.KindsAsync()).ShouldBe([EntryKind.RegistrationProposed]);
        (await town.EntriesAsync()).Count(entry => entry.Public.Kind == EntryKind.RegistrationLapsed).ShouldBe(1);
    }

    private static async Task<int> SweepAsync(Administering town, AnotherGateway another)
    {
        var sweeps = await Task.WhenAll(
            town.Gateway.Host.Services.GetRequiredService<Gateway.Registration.LapsedProposals>().SweepAsync(default),
            another.Services.GetRequiredService<Gateway.Registration.LapsedProposals>().SweepAsync(default));
        return sweeps.Sum();
    }

    [Fact]
    public async Task Confirmed_AfterItsFirstDay_BindsFromTheDayOfItsConfirmation()
    {
        await using var town = await Administering.StartAsync();
        var proposal = await town.ProposeAsync();
        var short_ = await town.ProposeAsync(change: asked => asked.Register.ToDate = "2026-09-02");
        town.Gateway.Clock.Now += TimeSpan.FromDays(3);

        (await Should.ThrowAsync<RpcException>(() => town.ConfirmAsync(short_))).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        (await town.ConfirmAsync(proposal)).EffectiveDate.ShouldBe("2026-09-04");
    }

    [Fact]
    public async Task Confirmed_AfterAnotherChange_Aborted()
    {
        await using var town = await Administering.StartAsync();
        var (first, late) = (await town.ProposeAsync(), await town.ProposeAsync());
        await town.ConfirmAsync(first);

        (await Should.ThrowAsync<RpcException>(() => town.ConfirmAsync(late))).StatusCode.ShouldBe(StatusCode.Aborted);
    }

    /// <summary>INVARIANT: the organisation registry warns and never grants: what it says changes no registration.</summary>
    [Fact]
    public async Task Registry_SaysOtherwise_WarnsUntilAcceptedAndGrantsNothing()
    {
        await using var town = await Administering.StartAsync();
        await ImportAsync(town, "85.201");
        (await town.EndAsync()).ShouldBe(StatusCode.PermissionDenied);
        var proposal = await town.ProposeAsync();
        proposal.Warnings.ShouldBeEmpty();

        await ImportAsync(town, "88.991", deleted: new DateOnly(2026, 8, 1));
        var error = await Administering.FailAsync(() => town.Client.ConfirmProposalAsync(
            new ConfirmProposalRequest { Id = proposal.Id, AcceptedWarnings = { RegistryWarning.Deleted } }, town.As(Administering.Second)));
        error.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        Details.Reason(error).ShouldBe("WARNINGS");
        (await town.EndAsync()).ShouldBe(StatusCode.PermissionDenied);

        await town.Client.ConfirmProposalAsync(
            new ConfirmProposalRequest
            {
                Id = proposal.Id,
                AcceptedWarnings = { RegistryWarning.Deleted, RegistryWarning.OtherIndustry },
            },
            town.As(Administering.Second));
        (await town.EndAsync()).ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task Read_RegistrationAndLists_TellPeriodsHistoryAndWhatWaits()
    {
        await using var town = await Administering.StartAsync();
        await town.ConfirmAsync(await town.ProposeAsync());
        var waiting = await town.ProposeAsync(Administering.Second, seen: 1, asked => asked.Register.Name = "Sørby skole");
        var caller = town.As(Administering.First);

        var read = await town.Client.GetRegistrationAsync(new GetRegistrationRequest { Party = Administering.School() }, caller);
        read.Version.ShouldBe(1u);
        var expected = Administering.Terms();
        read.Periods.ShouldHaveSingleItem().Terms.ShouldBe(expected);
        read.Changes.ShouldHaveSingleItem().DecidedBy.ShouldBe("admin-2");
        (await town.Client.ListProposalsAsync(new ListProposalsRequest { Waiting = true }, caller))
            .Proposals.ShouldHaveSingleItem().Id.ShouldBe(waiting.Id);
        var listed = new List<RegisteredPeriod>();
        var ask = new ListRegistrationsRequest { PageSize = 1, InForce = true };
        do
        {
            var page = await town.Client.ListRegistrationsAsync(ask, caller);
            listed.AddRange(page.Periods);
            ask.PageToken = page.NextPageToken;
        }
        while (!ask.PageToken.IsEmpty);

        listed.Select(period => period.Party.OrganisationNumber).ShouldBe(
            [Town.Barnevern, Town.School, Town.Psychiatry, Administering.Newcomer], ignoreOrder: true);
        (await Administering.FailAsync(() => town.Client.GetRegistrationAsync(
            new GetRegistrationRequest { Party = Administering.School(People.Organisation(21)) }, caller))).StatusCode.ShouldBe(StatusCode.NotFound);
    }

    private static Task ImportAsync(Administering town, string industry, DateOnly? deleted = null) => town.Gateway.Store.Organisations.WriteAsync(
        [new RegisteredUnit(Administering.Newcomer, "NORDBY SKOLE", "ORGL", string.Empty, "0301", [industry], deleted, null)],
        town.Gateway.Clock.Now,
        default);
}
