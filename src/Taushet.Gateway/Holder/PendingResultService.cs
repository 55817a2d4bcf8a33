using Grpc.Core;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.Holder;

/// <summary>The asker's side of the inbox on the wire. Hands each call to its flow.</summary>
internal sealed class PendingResultService(
    Reception reception,
    PendingResultFlow results,
    PendingResultWatch watch,
    PendingWithdrawal withdrawal,
    GatewayOptions options)
    : V1.PendingResultService.PendingResultServiceBase
{
    /// <inheritdoc/>
    public override Task<GetPendingResultResponse> GetPendingResult(GetPendingResultRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, async (call, faults) => new GetPendingResultResponse
        {
            Answer = await results.GetAsync(call, context.Method, request.Receiver, request.Handle, faults),
        });

    /// <inheritdoc/>
    public override async Task WatchPendingResult(
        WatchPendingResultRequest request,
        IServerStreamWriter<WatchPendingResultResponse> responseStream,
        ServerCallContext context)
    {
        using var limit = reception.Limit(context, options.StreamDeadlineCap, options.StreamDeadlineCap);
        var stream = reception.Take(RequestIds.New(), context, limit);
        await watch.RunAsync(stream, context.Method, request, responseStream);
    }

    /// <inheritdoc/>
    public override Task<WithdrawPendingRequestResponse> WithdrawPendingRequest(
        WithdrawPendingRequestRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => withdrawal.RunAsync(call, context.Method, request, faults));
}
