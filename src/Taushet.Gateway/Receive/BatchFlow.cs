using Grpc.Core;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;
using Taushet.V1;

namespace Taushet.Gateway.Receive;

/// <summary>Many requests over one stream: each goes through the flow of a single one, many at a time.</summary>
/// <remarks>INVARIANT: a stream ends only after every item that was read has its answer, unless the caller or its time is gone.</remarks>
internal sealed class BatchFlow(
    RequestFlow requests,
    CallEnding ending,
    Attempts attempts,
    GatewayOptions options,
    TimeProvider clock,
    MachineClock machine,
    IHostApplicationLifetime lifetime)
{
    /// <summary>Answers one stream.</summary>
    /// <param name="stream">The stream as a call: who calls, and until when.</param>
    /// <param name="rpc">The rpc's full name, for counting attempts.</param>
    /// <param name="asked">Where the items come from.</param>
    /// <param name="answered">Where the answers go.</param>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED, INVALID_ARGUMENT, UNAUTHENTICATED or UNAVAILABLE, after the last answer.</exception>
    /// <exception cref="OperationCanceledException">The caller went away, or the time is up.</exception>
    public async Task RunAsync(
        Call stream,
        string rpc,
        IAsyncStreamReader<RequestInformationBatchRequest> asked,
        IServerStreamWriter<RequestInformationBatchResponse> answered)
    {
        await using var token = TokenWatch.Start(stream, clock, machine.Time, options.DeliveryInterval);
        using var answers = new BatchAnswers(answered, stream.Cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            stream.Cancellation,
            answers.Failed,
            token.Ended,
            lifetime.ApplicationStopping);
        var items = new BatchItems(
            new IncomingMessages<RequestInformationBatchRequest>(asked), stream, rpc, attempts, options, clock);
        var writing = answers.WriteAsync();
        RpcException? end;
        try
        {
            var readAll = await ReadAsync(items, item => AnswerAsync(item, rpc, stream, answers), answers, stop.Token);
            token.RequireSight();
            var toldToStop = !readAll || items.End?.StatusCode == StatusCode.Unavailable;
            end = !toldToStop ? items.End
                : token.Ended.IsCancellationRequested ? items.Expired()
                : Refusals.Stopping(stream.RequestId, options.GatewayRetry);
        }
        finally
        {
            await answers.CompleteAsync(writing);
        }

        if (end is not null)
        {
            throw end;
        }
    }

    /// <summary>Starts items as long as there are any and there is a place for one.</summary>
    /// <returns>False when told to stop.</returns>
    private static async Task<bool> ReadAsync(BatchItems items, Func<BatchItem, Task> answer, BatchAnswers answers, CancellationToken stop)
    {
        while (await answers.TakePlaceAsync(stop))
        {
            BatchItem? item = null;
            try
            {
                item = await items.NextAsync(stop);
            }
            finally
            {
                if (item is null)
                {
                    answers.LeavePlace();
                }
            }

            if (item is null)
            {
                return true;
            }

            // Away from the reader: a store may answer without ever waiting.
            _ = Task.Run(() => answer(item), CancellationToken.None);
        }

        return false;
    }

    private async Task AnswerAsync(BatchItem item, string rpc, Call stream, BatchAnswers answers)
    {
        RequestInformationBatchResponse message;
        using (item.Call.Limit)
        {
            try
            {
                message = item.Refused is { } refused
                    ? item.Failed(refused)
                    : BatchItem.Answered(await requests.RunAsync(item.Call, rpc, item.Request, item.Faults));
            }
            catch (Exception thrown)
            {
                message = item.Failed(ending.Of(thrown, item.Call, stream.Cancellation.IsCancellationRequested));
            }
        }

        answers.Add(message);
    }
}
