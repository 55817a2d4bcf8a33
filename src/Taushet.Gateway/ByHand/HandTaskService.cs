using Grpc.Core;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.ByHand;

/// <summary>The service of tasks on the wire. Hands each call to its flow.</summary>
internal sealed class HandTaskService(Reception reception, HandTaskFlow flow, HandTaskListing listing)
    : V1.HandTaskService.HandTaskServiceBase
{
    /// <inheritdoc/>
    public override Task<ListHandTasksResponse> ListHandTasks(ListHandTasksRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => listing.ListAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<GetHandTaskResponse> GetHandTask(GetHandTaskRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => flow.GetAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<CloseHandTaskResponse> CloseHandTask(CloseHandTaskRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => flow.CloseAsync(call, context.Method, request, faults));
}
