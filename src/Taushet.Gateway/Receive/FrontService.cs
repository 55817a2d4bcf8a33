using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;
using Taushet.V1;

namespace Taushet.Gateway.Receive;

/// <summary>The gateway's front on the wire. Takes the instant and the id, and hands the call to its flow.</summary>
internal sealed class FrontService(
    RequestFlow requests,
    BatchFlow batches,
    PreviewFlow previews,
    AssessFlow assessments,
    GatewayOptions options,
    TimeProvider clock,
    MachineClock machine)
    : SharingService.SharingServiceBase
{
    /// <inheritdoc/>
    public override Task<RequestInformationResponse> RequestInformation(RequestInformationRequest request, ServerCallContext context) =>
        ReceiveAsync(request.RequestId, context, (call, faults) => requests.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<PreviewResponse> Preview(PreviewRequest request, ServerCallContext context) =>
        ReceiveAsync(request.RequestId, context, (call, faults) => previews.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<AssessResponse> Assess(AssessRequest request, ServerCallContext context) =>
        ReceiveAsync(request.RequestId, context, (call, faults) => assessments.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override async Task RequestInformationBatch(
        IAsyncStreamReader<RequestInformationBatchRequest> requestStream,
        IServerStreamWriter<RequestInformationBatchResponse> responseStream,
        ServerCallContext context)
    {
        using var limit = Limit(context, options.StreamDeadlineCap, options.StreamDeadlineCap);
        var stream = Take(RequestIds.New(), context, limit);
        await batches.RunAsync(stream, context.Method, requestStream, responseStream);
    }

    private async Task<T> ReceiveAsync<T>(ByteString requestId, ServerCallContext context, Func<Call, FieldFaults, Task<T>> run)
    {
        using var limit = Limit(context, options.DeadlineDefault, options.DeadlineCap);
        var faults = new FieldFaults();
        var call = Take(RequestIds.Take(requestId, faults), context, limit);
        return await run(call, faults);
    }

    private TimeLimit Limit(ServerCallContext context, TimeSpan otherwise, TimeSpan cap) => new(
        TimeLimit.Parse(context.GetHttpContext().Request.Headers["grpc-timeout"]),
        otherwise,
        cap,
        machine.Time,
        context.CancellationToken);

    private Call Take(Guid requestId, ServerCallContext context, TimeLimit limit)
    {
        var http = context.GetHttpContext();
        var call = new Call(requestId, clock.GetUtcNow(), ((CallerPrincipal)http.User).Caller, limit);
        http.Features.Set(call);
        return call;
    }
}
