using Grpc.Core;
using Taushet.Core.Decisions;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;

namespace Taushet.Gateway.Fetch;

/// <summary>Asks the holder's source for what is permitted.</summary>
/// <remarks>
/// INVARIANT: the source is not asked until something is permitted, and only for the permitted cells.
/// </remarks>
internal sealed class Fetching(SourceChannels channels, GatewayOptions options, MachineClock machine, ILogger<Fetching> logger)
{
    // What a source may use of the remaining time: the entry must still be stored before the deadline.
    private const double SourceShare = 0.75;

    /// <summary>Asks, when there is something to ask for and somebody to ask.</summary>
    /// <exception cref="OperationCanceledException">The caller went away, or its time is up.</exception>
    public ValueTask<Fetched> FetchAsync(Call call, Accepted accepted, Decision decision) =>
        decision.Released.IsEmpty || accepted.HolderSource is null
            ? ValueTask.FromResult(Fetched.NotAsked)
            : AskAsync(call, accepted, decision, accepted.HolderSource);

    /// <summary>Whether an address keeps a number, a token and an answer to itself: TLS, or this machine alone.</summary>
    internal static bool MayBeCalled(Uri source) =>
        source.Scheme == Uri.UriSchemeHttps || (source.Scheme == Uri.UriSchemeHttp && source.IsLoopback);

    private async ValueTask<Fetched> AskAsync(Call call, Accepted accepted, Decision decision, Uri source)
    {
        if (!MayBeCalled(source))
        {
            logger.SourceFailed(call.RequestId, accepted.Request.Holder.Organisation, "no address to call");
            return Fetched.Failed;
        }

        var share = call.Limit.Remaining * SourceShare;
        var timeout = share < options.SourceTimeout ? share : options.SourceTimeout;
        var channel = channels.For(source);
        try
        {
            var answer = await channel.Invoker.AsyncUnaryCall(
                SourceAnswer.Rpc,
                host: null,
                new CallOptions(channel.Headers(), (machine.Time.GetUtcNow() + timeout).UtcDateTime, call.Cancellation),
                FetchRequests.Make(call, accepted, decision));
            return new Fetched(SourceResult.Ok, answer.Information, answer.UnknownFields);
        }
        catch (RpcException fault)
        {
            call.Cancellation.ThrowIfCancellationRequested();
            var result = fault.StatusCode == StatusCode.DeadlineExceeded ? Fetched.TimedOut : Fetched.Failed;
            logger.SourceFailed(call.RequestId, accepted.Request.Holder.Organisation, fault.StatusCode.ToString());
            return result;
        }
    }
}
