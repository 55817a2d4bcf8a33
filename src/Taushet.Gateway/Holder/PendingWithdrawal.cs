using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;
using Admission = Taushet.Gateway.Receive.Admission;
using Flow = Taushet.Core.Vocabulary.Flow;

namespace Taushet.Gateway.Holder;

/// <summary>Takes a request back for who asked it: the same for every handle.</summary>
internal sealed class PendingWithdrawal(
    Admission admission,
    InboxFinding finding,
    HolderEntries entries,
    GatewayOptions options)
{
    // The holder may answer meanwhile.
    private const int Tries = 3;

    /// <summary>Takes it back.</summary>
    public async Task<WithdrawPendingRequestResponse> RunAsync(
        Call call, string rpc, WithdrawPendingRequestRequest asked, FieldFaults faults)
    {
        var handle = InboxFinding.Handle(asked.Handle, faults);
        PartyCheck.CheckService(asked.Receiver, "receiver", faults);
        StandingDecisionCheck.Employee(asked.ActingPerson, "acting_person", faults);
        admission.RefuseMalformed(call, rpc, faults);
        var request = await finding.OfReceiverAsync(call, handle, asked.Receiver);
        var inquiry = InboxForms.InquiryOf(request);
        var accepted = await admission.AdmitAsync(call, rpc, inquiry, Flow.Pull, CellSet.Empty, faults);
        var act = new HolderAct(
            EntryKind.PendingWithdrawn,
            accepted.Request.Holder,
            accepted.Request.Receiver,
            accepted.Request.Purpose,
            accepted.Subject,
            asked.ActingPerson,
            InboxForms.Text(request, InboxState.Withdrawn, CellSet.Empty, reason: string.Empty, decision: null));
        var stored = await StoreAsync(call, act, request, asked.Receiver);
        return new WithdrawPendingRequestResponse { Receipt = Releasing.Prove(stored.Receipt, stored.Pending) };
    }

    private async Task<StoredAct> StoreAsync(Call call, HolderAct act, InboxRequest request, Party receiver)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var change = new RegisterChange.OfInbox(request, new InboxChange(InboxState.Withdrawn, call.Instant));
            if (await entries.StoreAsync(call, act, FactVersions.NotRead, change) is { } stored)
            {
                return stored;
            }

            request = await finding.OfReceiverAsync(call, request.Handle, receiver);
        }

        throw Refusals.NotStored(call.RequestId, options.GatewayRetry, duty: false);
    }
}
