using Google.Protobuf;
using Grpc.Core;
using Taushet.Core.Trail;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Registration;

public sealed class ProposalTests
{
    [Fact]
    public async Task Proposed_ThenConfirmedByAnother_TheSystemActsFromThenOnAndNotBefore()
    {
        await using var town = await Administering.StartAsync();
        (await town.EndAsync()).ShouldBe(StatusCode.PermissionDenied);

        var proposal = await town.ProposeAsync();
        proposal.State.ShouldBe(ProposalState.Waiting);
        proposal.ProposedBy.ShouldBe("admin-1");
        proposal.Warnings.ShouldBe([RegistryWarning.NoRegistry]);
        (await town.EndAsync()).ShouldBe(StatusCode.PermissionDenied);

        var confirmed = await town.ConfirmAsync(proposal);
        (confirmed.State, confirmed.DecidedBy, confirmed.Version, confirmed.EffectiveDate)
            .ShouldBe((ProposalState.Confirmed, "admin-2", 1u, "2026-09-01"));
        (await town.EndAsync()).ShouldBe(StatusCode.OK);
        (await town.EndAsync("taushet:share")).ShouldBe(StatusCode.PermissionDenied);
        (await town.KindsAsync()).ShouldBe([EntryKind.RegistrationProposed, EntryKind.RegistrationConfirmed]);
    }

    [Fact]
    public async Task LastDate_Passed_EndsAccessAtOnceWhenConfirmed()
    {
        await using var town = await Administering.StartAsync();
        await town.ConfirmAsync(await town.ProposeAsync());
        (await town.EndAsync()).ShouldBe(StatusCode.OK);

        var end = await town.ProposeAsync(Administering.Second, seen: 1, asked => asked.LastDate = "2026-08-01");
        (await town.EndAsync()).ShouldBe(StatusCode.OK);
        (await town.ConfirmAsync(end, Administering.First)).EffectiveDate.ShouldBe("2026-08-31");

        (await town.EndAsync()).ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Entry_OfAChange_NamesThePersonAsProvenAndIsForTheOrganisationsAuditors()
    {
        await using var town = await Administering.StartAsync();
        var proposal = await town.ProposeAsync();

        var entry = (await town.EntriesAsync()).ShouldHaveSingleItem();

        entry.Entry.ShouldBe(new Guid(proposal.EntryId.Span, bigEndian: true));
        (entry.Public.Holder.Organisation, entry.Public.Receiver.Organisation).ShouldBe((Administering.Newcomer, Administering.Newcomer));
        entry.Public.Caller.ShouldEndWith(" person:proven");
        entry.Sealed!.ActingPerson.ShouldBe($"admin-1\nadministrator\nproven entra oid:{Administering.First}");
        var text = entry.Holder!.Decision;
        text.ShouldStartWith("registration.v1\nproposal ");
        text.ShouldContain("\nfrom 2026-09-01\n");
        text.ShouldContain("\nintegration maskinporten taushet:school\n");
        text.ShouldContain("\nwarning no-registry\n");
    }

    [Fact]
    public async Task Malformed_EveryFieldIsNamedAndNothingIsStored()
    {
        await using var town = await Administering.StartAsync();
        var error = await Administering.FailAsync(() => town.Client.ProposeRegistrationAsync(
            new ProposeRegistrationRequest
            {
                Party = new Party { OrganisationNumber = "1", UnitNumber = "1", Service = Service.PrimarySchool },
                Register = new RegistrationTerms
                {
                    Form = (ServiceForm)99,
                    Telephone = "call us",
                    SourceAddress = "http://school.invalid/",
                    FromDate = "2026-08-31",
                    ToDate = "2026-08-30",
                    Integrations = { new RegisteredIntegration { Issuer = "evil", Scope = "a b" } },
                },
                Id = ByteString.CopyFrom(1),
            },
            town.As(Administering.First)));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        Details.Violations(error).ShouldBe(
            [
                "register.form", "register.name", "register.telephone", "register.from_date", "register.to_date", "register.source_address",
                "register.integrations[0].issuer", "register.integrations[0].scope", "reason", "party.organisation_number",
                "party.unit_number", "party.unit_number", "id",
            ],
            ignoreOrder: true);
        (await town.EntriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Proposed_ByAnOldVersionOrATakenId_AbortedAndNothingIsStored()
    {
        await using var town = await Administering.StartAsync();
        var id = ByteString.CopyFrom(Guid.NewGuid().ToByteArray());
        await town.ProposeAsync(change: asked => asked.Id = id);

        foreach (var change in new Action<ProposeRegistrationRequest>[] { asked => asked.Id = id, asked => asked.ExpectedVersion = 1 })
        {
            (await Should.ThrowAsync<RpcException>(() => town.ProposeAsync(change: change))).StatusCode.ShouldBe(StatusCode.Aborted);
        }

        (await Should.ThrowAsync<RpcException>(() => town.ProposeAsync(change: asked => asked.LastDate = "2026-09-01")))
            .StatusCode.ShouldBe(StatusCode.NotFound);
        (await town.EntriesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task EntryNotStored_NothingIsProposed()
    {
        await using var town = await Administering.StartAsync();
        town.Gateway.Scripted.AuditDown = true;

        (await Should.ThrowAsync<RpcException>(() => town.ProposeAsync())).StatusCode.ShouldBe(StatusCode.Unavailable);

        (await town.Client.ListProposalsAsync(new ListProposalsRequest(), town.As(Administering.First))).Proposals.ShouldBeEmpty();
    }
}
