using Grpc.Core;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.Trail.Retention;

/// <summary>The service of retention on the wire. Hands each call to its flow.</summary>
internal sealed class RetentionService(Reception reception, HoldFlow holds, DestructionFlow destructions)
    : V1.RetentionService.RetentionServiceBase
{
    /// <inheritdoc/>
    public override Task<PlaceHoldResponse> PlaceHold(PlaceHoldRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => holds.PlaceAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<LiftHoldResponse> LiftHold(LiftHoldRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => holds.LiftAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ListHoldsResponse> ListHolds(ListHoldsRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => holds.ListAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<OrderDestructionResponse> OrderDestruction(OrderDestructionRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => destructions.OrderAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ConfirmDestructionResponse> ConfirmDestruction(ConfirmDestructionRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => destructions.ConfirmAsync(call, context.Method, request, faults));
}
