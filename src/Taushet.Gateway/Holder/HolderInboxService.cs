using Grpc.Core;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.Holder;

/// <summary>The holder's side of the inbox on the wire. Hands each call to its flow.</summary>
internal sealed class HolderInboxService(Reception reception, HolderInboxListing listing, HolderInboxFlow flow)
    : V1.HolderInboxService.HolderInboxServiceBase
{
    /// <inheritdoc/>
    public override Task<ListWaitingRequestsResponse> ListWaitingRequests(
        ListWaitingRequestsRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => listing.ListAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<GetWaitingRequestResponse> GetWaitingRequest(GetWaitingRequestRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => flow.GetAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<AnswerWaitingRequestResponse> AnswerWaitingRequest(
        AnswerWaitingRequestRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => flow.AnswerAsync(call, context.Method, request, faults));
}
