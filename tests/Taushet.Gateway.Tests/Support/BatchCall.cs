using Google.Protobuf;
using Grpc.Core;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Support;

/// <summary>One batch stream of a client.</summary>
internal sealed class BatchCall : IDisposable
{
    private readonly AsyncDuplexStreamingCall<RequestInformationBatchRequest, RequestInformationBatchResponse> call;
    private readonly Sink sink;

    private BatchCall(TestGateway gateway, Metadata headers, DateTime? deadline, CancellationToken cancellation)
    {
        call = gateway.Client.RequestInformationBatch(headers, deadline, cancellation);
        sink = gateway.Sink;
    }

    public static BatchCall Open(
        TestGateway gateway, string organisation, DateTime? deadline = null, CancellationToken cancellation = default) =>
        new(gateway, gateway.As(organisation), deadline, cancellation);

    public static BatchCall Open(TestGateway gateway, Metadata headers) => new(gateway, headers, deadline: null, default);

    /// <summary>Sends everything, reads everything, and requires that the stream ends well.</summary>
    public static async Task<List<RequestInformationBatchResponse>> RunAsync(
        TestGateway gateway, string organisation, params IEnumerable<RequestInformationRequest> requests)
    {
        using var batch = Open(gateway, organisation);
        var (messages, end) = await batch.RunAsync(requests);
        end.StatusCode.ShouldBe(StatusCode.OK, end.Detail);
        return messages;
    }

    /// <summary>Sends everything and reads everything.</summary>
    public async Task<(List<RequestInformationBatchResponse> Messages, Status End)> RunAsync(
        IEnumerable<RequestInformationRequest> requests)
    {
        var sending = SendAllAsync(requests);
        var seen = await RestAsync();
        await sending;
        return seen;
    }

    public Task SendAsync(RequestInformationRequest request) =>
        call.RequestStream.WriteAsync(new RequestInformationBatchRequest { Item = request });

    public Task CompleteAsync() => call.RequestStream.CompleteAsync();

    /// <summary>The next item's message.</summary>
    public async Task<RequestInformationBatchResponse> NextAsync()
    {
        do
        {
            (await call.ResponseStream.MoveNext(default).WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue();
        }
        while (!IsOfItem(call.ResponseStream.Current));

        return call.ResponseStream.Current;
    }

    /// <summary>The messages of all items that are left, and the end.</summary>
    public async Task<(List<RequestInformationBatchResponse> Messages, Status End)> RestAsync()
    {
        var messages = new List<RequestInformationBatchResponse>();
        try
        {
            while (await call.ResponseStream.MoveNext(default).WaitAsync(TimeSpan.FromSeconds(60)))
            {
                if (IsOfItem(call.ResponseStream.Current))
                {
                    messages.Add(call.ResponseStream.Current);
                }
            }

            return (messages, call.GetStatus());
        }
        catch (RpcException error)
        {
            End = error;
            sink.Lines.Enqueue($"wire {error.Status} {string.Join(' ', error.Trailers.Select(entry => entry.Key))}");
            return (messages, error.Status);
        }
    }

    /// <summary>Everything that came, checkpoints too, in its order.</summary>
    public List<RequestInformationBatchResponse> Heard { get; } = [];

    /// <summary>The error that ended the stream.</summary>
    public RpcException? End { get; private set; }

    public void Dispose() => call.Dispose();

    private async Task SendAllAsync(IEnumerable<RequestInformationRequest> requests)
    {
        try
        {
            foreach (var request in requests)
            {
                await SendAsync(request);
            }

            await CompleteAsync();
        }
        catch (RpcException)
        {
            // The stream has ended; its reader tells how.
        }
    }

    private bool IsOfItem(RequestInformationBatchResponse message)
    {
        Heard.Add(message);
        if (message.Error is { } error)
        {
            sink.Lines.Enqueue($"wire {System.Text.Encoding.Latin1.GetString(error.ToByteArray())}");
        }

        return message.Checkpoint is null;
    }
}
