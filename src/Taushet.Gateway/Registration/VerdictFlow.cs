using Taushet.Core.Trail;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;
using RegistryWarning = Taushet.Storage.Ports.RegistryWarning;

namespace Taushet.Gateway.Registration;

/// <summary>Decides proposals: a second administrator confirms or refuses, or the first takes back.</summary>
internal sealed class VerdictFlow(
    AdministratorAdmission admission,
    RegistryCrossCheck crossCheck,
    IParticipantRegistry registry,
    HolderEntries entries,
    LapsedProposals lapses,
    Attempts attempts,
    GatewayOptions options)
{
    private const int ReasonLength = 500;

    /// <summary>Confirms another's proposal: it takes effect with its entry, or not at all.</summary>
    public async Task<ConfirmProposalResponse> ConfirmAsync(Call call, string rpc, ConfirmProposalRequest asked, FieldFaults faults)
    {
        var id = StandingDecisionCheck.Id(asked.Id, faults);
        TextCheck.Check(asked.Reason, "reason", faults, ReasonLength);
        var by = admission.Admit(call, rpc, faults);
        var waiting = await WaitingAsync(call, id);
        var proposal = waiting.Proposal;
        if (admission.IsSame(proposal.By, by))
        {
            attempts.Note(AttemptKind.NotAllowed, rpc);
            await entries.StoreAsync(
                call, RegistrationActs.Of(EntryKind.RegistrationNotByAnother, proposal, by, string.Empty), FactVersions.NotRead);
            throw Refusals.SecondPerson(call.RequestId);
        }

        var day = DayOf(proposal, call.LawDate) ?? throw Refusals.Ended(call.RequestId);
        await RequireAcceptedAsync(call, proposal, [.. asked.AcceptedWarnings.Select(warning => (RegistryWarning)(int)warning)]);
        var verdict = new RegistryVerdict(RegistryOutcome.Confirmed, by, asked.Reason, call.Instant, day);
        var (decided, receipt) = await DecideAsync(call, waiting, verdict, EntryKind.RegistrationConfirmed);
        return new ConfirmProposalResponse { Proposal = decided, Receipt = receipt };
    }

    /// <summary>Refuses another's proposal, or takes one's own back.</summary>
    public async Task<RefuseProposalResponse> RefuseAsync(Call call, string rpc, RefuseProposalRequest asked, FieldFaults faults)
    {
        var id = StandingDecisionCheck.Id(asked.Id, faults);
        StandingDecisionCheck.Reason(asked.Reason, "reason", faults);
        var by = admission.Admit(call, rpc, faults);
        var waiting = await WaitingAsync(call, id);
        var own = admission.IsSame(waiting.Proposal.By, by);
        var verdict = new RegistryVerdict(
            own ? RegistryOutcome.Withdrawn : RegistryOutcome.Refused, by, asked.Reason, call.Instant, call.LawDate);
        var kind = own ? EntryKind.RegistrationWithdrawn : EntryKind.RegistrationRefused;
        var (decided, receipt) = await DecideAsync(call, waiting, verdict, kind);
        return new RefuseProposalResponse { Proposal = decided, Receipt = receipt };
    }

    /// <summary>
    /// The first or the last day on which a confirmation binds: what has passed stays as it was. Null: nothing would be left to bind.
    /// </summary>
    private static DateOnly? DayOf(RegistryProposal proposal, DateOnly today)
    {
        if (proposal.Terms is { } terms)
        {
            var from = terms.From < today ? today : terms.From;
            return terms.To < from ? null : from;
        }

        return proposal.LastDay < today ? today.AddDays(-1) : proposal.LastDay;
    }

    private async Task<StoredProposal> WaitingAsync(Call call, Guid id)
    {
        var lookup = await registry.FindProposalAsync(id, call.Cancellation);
        if (!lookup.Available)
        {
            throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
        }

        var found = lookup.Found ?? throw Refusals.NoProposal(call.RequestId);
        if (found.Decided is null && call.Instant < found.Proposal.ExpiresAt)
        {
            return found;
        }

        if (found is { Decided: null, Lapsed: null })
        {
            await lapses.TellAsync(found.Proposal, call.Instant, call.Cancellation);
        }

        throw Refusals.Ended(call.RequestId);
    }

    // The registry may have been imported anew since the proposal: it is asked again.
    private async Task RequireAcceptedAsync(Call call, RegistryProposal proposal, HashSet<RegistryWarning> accepted)
    {
        var warnings = await crossCheck.WarningsAsync(call, proposal.Key, proposal.Terms);
        if (warnings.Where(warning => !accepted.Contains(warning)).ToList() is { Count: > 0 } missing)
        {
            throw Refusals.WarningsNotAccepted(call.RequestId, missing.Select(RegistrationForms.Code));
        }
    }

    private async Task<(RegistrationProposal Proposal, Receipt Receipt)> DecideAsync(
        Call call, StoredProposal waiting, RegistryVerdict verdict, EntryKind kind)
    {
        var act = RegistrationActs.Of(kind, waiting.Proposal, verdict.By, verdict.Reason);
        var stored = await entries.StoreAsync(
            call, act, FactVersions.NotRead, new RegisterChange.OfVerdict(waiting.Proposal, verdict)) ?? throw Refusals.Conflict(call.RequestId);
        int? version = verdict.Outcome == RegistryOutcome.Confirmed ? waiting.Proposal.SeenVersion + 1 : null;
        var decided = waiting with { Decided = new StoredVerdict(verdict, version, stored.Receipt.Entry) };
        return (RegistrationForms.Of(decided, call.Instant), Releasing.Prove(stored.Receipt, stored.Pending));
    }
}
