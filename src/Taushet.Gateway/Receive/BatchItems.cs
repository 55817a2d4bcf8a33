using Grpc.Core;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;
using Taushet.V1;

namespace Taushet.Gateway.Receive;

/// <summary>The asking side of a batch stream: reads its items one by one and makes each a call of its own.</summary>
/// <param name="messages">The caller's messages.</param>
/// <param name="stream">The stream as a call.</param>
/// <param name="rpc">The rpc's full name, for counting attempts.</param>
/// <param name="attempts">Where items are counted that never become requests.</param>
/// <param name="options">How long an item may take, and when to come back to a gateway that stops.</param>
/// <param name="clock">Gives each item its instant.</param>
internal sealed class BatchItems(
    IncomingMessages<RequestInformationBatchRequest> messages,
    Call stream,
    string rpc,
    Attempts attempts,
    GatewayOptions options,
    TimeProvider clock)
{
    /// <summary>How many items a stream takes.</summary>
    public const int Most = 1000;

    private readonly HashSet<Guid> ids = [];
    private int read;

    /// <summary>What the stream ends with once no item follows; null when the caller has sent everything.</summary>
    public RpcException? End { get; private set; }

    /// <summary>Reads the next item.</summary>
    /// <returns>The item; null when none follows, and <see cref="End"/> says why.</returns>
    public async Task<BatchItem?> NextAsync(CancellationToken stop)
    {
        try
        {
            return (await messages.NextAsync(stop)) switch
            {
                Incoming.Message or Incoming.Unreadable when read == Most => None(Refusals.TooMany(stream.RequestId, Most)),
                Incoming.Message or Incoming.Unreadable when !stream.Caller.HoldsAt(clock.GetUtcNow()) => None(Expired()),
                Incoming.Message => Take(messages.Current.Item ?? new RequestInformationRequest()),
                Incoming.Unreadable => Unreadable(),
                Incoming.End => None(null),
                Incoming.Stopped => None(Refusals.Stopping(stream.RequestId, options.GatewayRetry)),
                Incoming.Broken => None(Malformed(stream.RequestId)),
            };
        }
        catch (RpcException refusal)
        {
            return None(refusal);
        }
    }

    /// <summary>What the stream ends with when its token does.</summary>
    /// <remarks>INVARIANT: no item is taken after the token's expiry, and every item that was taken before it is answered.</remarks>
    public RpcException Expired()
    {
        attempts.Note(AttemptKind.BadToken, rpc);
        return Refusals.TokenEnded();
    }

    private BatchItem Take(RequestInformationRequest request)
    {
        var faults = new FieldFaults();
        var call = CallOf(RequestIds.TakeUnique(request.RequestId, ids, faults));
        return new BatchItem(read++, request, call, faults);
    }

    private BatchItem Unreadable()
    {
        var call = CallOf(RequestIds.New());
        return new BatchItem(read++, new RequestInformationRequest(), call, new FieldFaults())
        {
            Refused = Malformed(call.RequestId),
        };
    }

    private RpcException Malformed(Guid requestId)
    {
        attempts.Note(AttemptKind.Malformed, rpc);
        return Refusals.Unreadable(requestId);
    }

    private Call CallOf(Guid requestId) =>
        new(requestId, clock.GetUtcNow(), stream.Caller, stream.Limit.Part(options.DeadlineDefault));

    private BatchItem? None(RpcException? end)
    {
        End = end;
        return null;
    }
}
