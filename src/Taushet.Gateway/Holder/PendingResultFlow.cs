using Google.Protobuf;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Decide;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;
using Admission = Taushet.Gateway.Receive.Admission;
using Cell = Taushet.Core.Vocabulary.Cell;
using Flow = Taushet.Core.Vocabulary.Flow;

namespace Taushet.Gateway.Holder;

/// <summary>
/// Answers a request again for who asked it, with what its holder has decided meanwhile. It is the flow of a request: the same steps,
/// in the same order, whatever the inbox holds.
/// </summary>
internal sealed class PendingResultFlow(
    Admission admission,
    InboxFinding finding,
    Deciding deciding,
    AnswerPreparing answers,
    IInbox inbox,
    GatewayOptions options)
{
    /// <summary>Answers once.</summary>
    public async Task<RequestInformationResponse> GetAsync(
        Call call, string rpc, Party? receiver, ByteString sent, FieldFaults faults)
    {
        var handle = InboxFinding.Handle(sent, faults);
        PartyCheck.CheckService(receiver, "receiver", faults);
        admission.RefuseMalformed(call, rpc, faults);
        var request = await finding.OfReceiverAsync(call, handle, receiver!);
        return await AnswerAsync(call, rpc, request);
    }

    /// <summary>Answers a request that was found.</summary>
    public async Task<RequestInformationResponse> AnswerAsync(Call call, string rpc, InboxRequest request)
    {
        var inquiry = InboxForms.InquiryOf(request);
        var accepted = await admission.AdmitAsync(call, rpc, inquiry, Flow.Pull, CellSet.Empty, new FieldFaults(), releases: true);
        var (receipt, pending) = await deciding.RunAsync(
            call,
            accepted,
            EntryKind.PendingResult,
            withFacts: true,
            verdict => answers.PrepareAsync(call, accepted, verdict),
            facts => WithAnswerAsync(call, accepted.Request, request.Handle, facts));
        return Releasing.Open(receipt, pending, call, accepted);
    }

    // Read after the facts: an answer that changes later changes the holder's counter, which the append compares.
    private async ValueTask<Facts> WithAnswerAsync(Call call, Request asked, Guid handle, Facts facts)
    {
        var lookup = await inbox.FindAsync(handle, call.Cancellation);
        if (!lookup.Available)
        {
            throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
        }

        return lookup.Request is { State: InboxState.Given } given && call.Instant < given.Until
            ? InboxDeciding.With(facts, asked, handle, given.Version, CellsOf(InboxForms.AnswerOf(given)))
            : facts;
    }

    private static CellSet CellsOf(HolderAnswer? answer)
    {
        var cells = CellSet.Empty;
        foreach (var cell in answer?.Cells ?? [])
        {
            cells |= CellSet.Of((Cell)(int)cell);
        }

        return cells;
    }
}
