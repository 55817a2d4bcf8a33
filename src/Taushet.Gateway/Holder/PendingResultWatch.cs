using Grpc.Core;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Taushet.V1;
using Admission = Taushet.Gateway.Receive.Admission;

namespace Taushet.Gateway.Holder;

/// <summary>Waits for a result. Until there is one the stream is silent, whatever has been decided.</summary>
internal sealed class PendingResultWatch(
    Admission admission,
    InboxFinding finding,
    PendingResultFlow results,
    GatewayOptions options,
    TimeProvider clock,
    MachineClock machine,
    IHostApplicationLifetime lifetime)
{
    /// <summary>Sends the result when there is one.</summary>
    /// <exception cref="RpcException">NOT_FOUND, UNAVAILABLE when the gateway stops, UNAUTHENTICATED when the token has expired.</exception>
    /// <exception cref="OperationCanceledException">The caller went away, or the time is up.</exception>
    public async Task RunAsync(
        Call stream,
        string rpc,
        WatchPendingResultRequest asked,
        IServerStreamWriter<WatchPendingResultResponse> answered)
    {
        var faults = new FieldFaults();
        var handle = InboxFinding.Handle(asked.Handle, faults);
        PartyCheck.CheckService(asked.Receiver, "receiver", faults);
        admission.RefuseMalformed(stream, rpc, faults);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stream.Cancellation, lifetime.ApplicationStopping);
        var tried = 0;
        while (true)
        {
            var request = await finding.OfReceiverAsync(stream, handle, asked.Receiver);
            if (request.State == InboxState.Given && request.Version != tried)
            {
                tried = request.Version;
                if (await AnswerAsync(stream, rpc, request) is { } answer)
                {
                    await answered.WriteAsync(new WatchPendingResultResponse { Answer = answer }, stream.Cancellation);
                    return;
                }
            }

            await PauseAsync(stream, stop.Token);
        }
    }

    private async Task<RequestInformationResponse?> AnswerAsync(Call stream, string rpc, InboxRequest request)
    {
        using var limit = stream.Limit.Part(options.DeadlineDefault);
        var call = new Call(RequestIds.New(), clock.GetUtcNow(), stream.Caller, limit);
        var answer = await results.AnswerAsync(call, rpc, request);
        return answer.Information is null ? null : answer;
    }

    private async Task PauseAsync(Call stream, CancellationToken stop)
    {
        try
        {
            await Task.Delay(options.InboxInterval, machine.Time, stop);
        }
        catch (OperationCanceledException) when (!stream.Cancellation.IsCancellationRequested)
        {
            throw Refusals.Stopping(stream.RequestId, options.GatewayRetry);
        }

        StreamToken.Require(stream, clock);
    }
}
