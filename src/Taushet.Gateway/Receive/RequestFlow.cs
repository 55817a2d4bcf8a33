using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.ByHand;
using Taushet.Gateway.Decide;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Release;
using Taushet.V1;
using Flow = Taushet.Core.Vocabulary.Flow;

namespace Taushet.Gateway.Receive;

/// <summary>A request for information, from top to bottom.</summary>
internal sealed class RequestFlow(
    Admission admission,
    Deciding deciding,
    AnswerPreparing answers,
    HandTaskOpening byHand,
    InboxPutting inbox,
    ILogger<RequestFlow> logger)
{
    /// <summary>Answers one request.</summary>
    public async Task<RequestInformationResponse> RunAsync(Call call, string rpc, RequestInformationRequest asked, FieldFaults faults)
    {
        var accepted = await admission.AdmitAsync(call, rpc, asked.Inquiry, Flow.Pull, CellSet.Empty, faults, releases: true);
        var (receipt, pending) = await deciding.RunAsync(
            call,
            accepted,
            EntryKind.Request,
            withFacts: true,
            async verdict =>
                await answers.PrepareAsync(call, accepted, verdict, await byHand.OfAsync(call, accepted, verdict.WithFacts)));
        if (pending.OwesByHand)
        {
            logger.OwedByHand(call.RequestId, accepted.Request.Holder.Organisation);
        }

        // INVARIANT: whether an answer carries a handle depends on the request alone, never on the child.
        var handle = pending.LeftToHolder ? await inbox.PutAsync(call, accepted, pending.Waits) : null;
        return Releasing.Open(receipt, pending, call, accepted, handle);
    }
}
