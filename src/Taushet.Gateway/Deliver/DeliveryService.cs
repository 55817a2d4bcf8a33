using Grpc.Core;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.Deliver;

/// <summary>The receivers' service on the wire. Hands each call to its flow.</summary>
internal sealed class DeliveryService(
    Reception reception,
    DeliveryStream deliveries,
    AcknowledgeFlow acknowledgements,
    InvestigationFlow investigations,
    DeliveryAccounts accounts,
    GatewayOptions options)
    : V1.DeliveryService.DeliveryServiceBase
{
    /// <inheritdoc/>
    public override async Task ReceiveDisclosures(
        ReceiveDisclosuresRequest request,
        IServerStreamWriter<ReceiveDisclosuresResponse> responseStream,
        ServerCallContext context)
    {
        using var limit = reception.Limit(context, options.StreamDeadlineCap, options.StreamDeadlineCap);
        var stream = reception.Take(RequestIds.New(), context, limit);
        await deliveries.RunAsync(stream, context.Method, request, responseStream);
    }

    /// <inheritdoc/>
    public override Task<AcknowledgeResponse> Acknowledge(AcknowledgeRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => acknowledgements.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<RecordInvestigationResponse> RecordInvestigation(RecordInvestigationRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => investigations.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ListOverdueDeliveriesResponse> ListOverdueDeliveries(
        ListOverdueDeliveriesRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => accounts.OverdueAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ListReportDeadlinesResponse> ListReportDeadlines(ListReportDeadlinesRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => accounts.DeadlinesAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ReconcileDisclosuresResponse> ReconcileDisclosures(
        ReconcileDisclosuresRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => accounts.ReconcileAsync(call, context.Method, request, faults));
}
