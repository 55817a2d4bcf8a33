using Grpc.Core;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.Orders;

/// <summary>The service of orders on the wire. Hands each call to its flow.</summary>
internal sealed class OrderService(Reception reception, OrderFlow flow, OrderListing listing) : V1.OrderService.OrderServiceBase
{
    /// <inheritdoc/>
    public override Task<RegisterOrderResponse> RegisterOrder(RegisterOrderRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => flow.RegisterAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<WithdrawOrderResponse> WithdrawOrder(WithdrawOrderRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => flow.WithdrawAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<RecordOrderNoticeResponse> RecordOrderNotice(RecordOrderNoticeRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => flow.NoticeAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ListOrdersResponse> ListOrders(ListOrdersRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => listing.ListAsync(call, context.Method, request, faults));
}
