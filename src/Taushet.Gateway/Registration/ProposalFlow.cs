using Taushet.Core.Trail;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;
using RegistrationTerms = Taushet.Storage.Ports.RegistrationTerms;

namespace Taushet.Gateway.Registration;

/// <summary>Records proposed changes of the register. Nothing takes effect by them.</summary>
internal sealed class ProposalFlow(
    AdministratorAdmission admission,
    RegistrationCheck check,
    RegistryCrossCheck crossCheck,
    IParticipantRegistry registry,
    HolderEntries entries,
    GatewayOptions options)
{
    /// <summary>Proposes a change.</summary>
    public async Task<ProposeRegistrationResponse> RunAsync(Call call, string rpc, ProposeRegistrationRequest asked, FieldFaults faults)
    {
        var (terms, last) = Change(asked, call.LawDate, faults);
        StandingDecisionCheck.Reason(asked.Reason, "reason", faults);
        var key = RegistrationCheck.Key(asked.Party, faults);
        var id = asked.Id.IsEmpty ? RequestIds.New() : StandingDecisionCheck.Id(asked.Id, faults);
        var by = admission.Admit(call, rpc, faults);
        await RequireSeenAsync(call, key, asked.ExpectedVersion, terms, last);
        var proposal = new RegistryProposal(
            id,
            key,
            (int)asked.ExpectedVersion,
            terms,
            last,
            await crossCheck.WarningsAsync(call, key, terms),
            by,
            asked.Reason,
            call.Instant,
            call.Instant + options.ProposalTime);
        var act = RegistrationActs.Of(EntryKind.RegistrationProposed, proposal, by, asked.Reason);
        var stored = await entries.StoreAsync(call, act, FactVersions.NotRead, new RegisterChange.OfProposal(proposal))
            ?? throw Refusals.Conflict(call.RequestId);
        return new ProposeRegistrationResponse
        {
            Proposal = RegistrationForms.Of(new StoredProposal(proposal, stored.Receipt.Entry, Decided: null), call.Instant),
            Receipt = Releasing.Prove(stored.Receipt, stored.Pending),
        };
    }

    private (RegistrationTerms? Terms, DateOnly? Last) Change(ProposeRegistrationRequest asked, DateOnly today, FieldFaults faults)
    {
        switch (asked.ChangeCase)
        {
            case ProposeRegistrationRequest.ChangeOneofCase.Register:
                return (check.Terms(asked.Register, today, faults), null);
            case ProposeRegistrationRequest.ChangeOneofCase.LastDate:
                return (null, RegistrationCheck.Date(asked.LastDate, "last_date", faults));
            default:
                faults.Add("change", "is required: what to register, or a last day");
                return default;
        }
    }

    private async Task RequireSeenAsync(Call call, RegistrationKey key, uint seen, RegistrationTerms? terms, DateOnly? last)
    {
        var record = await registry.FindAsync(key, call.Cancellation)
            ?? throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
        if (record.Version != seen)
        {
            throw Refusals.Conflict(call.RequestId);
        }

        if (terms is null && !record.Periods.Any(period => period.To is not { } to || to > last))
        {
            throw Refusals.NothingRegistered(call.RequestId);
        }
    }
}
