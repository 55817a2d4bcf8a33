using Grpc.Core;
using Taushet.Gateway.Options;
using Taushet.V1;

namespace Taushet.Gateway.Receive;

/// <summary>The gateway's front on the wire. Hands each call to its flow.</summary>
internal sealed class FrontService(
    Reception reception,
    RequestFlow requests,
    BatchFlow batches,
    PreviewFlow previews,
    AssessFlow assessments,
    GatewayOptions options)
    : SharingService.SharingServiceBase
{
    /// <inheritdoc/>
    public override Task<RequestInformationResponse> RequestInformation(RequestInformationRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(
            request.RequestId, context, (call, faults) => requests.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<PreviewResponse> Preview(PreviewRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(
            request.RequestId, context, (call, faults) => previews.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<AssessResponse> Assess(AssessRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(
            request.RequestId, context, (call, faults) => assessments.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override async Task RequestInformationBatch(
        IAsyncStreamReader<RequestInformationBatchRequest> requestStream,
        IServerStreamWriter<RequestInformationBatchResponse> responseStream,
        ServerCallContext context)
    {
        using var limit = reception.Limit(context, options.StreamDeadlineCap, options.StreamDeadlineCap);
        var stream = reception.Take(RequestIds.New(), context, limit);
        await batches.RunAsync(stream, context.Method, requestStream, responseStream);
    }
}
