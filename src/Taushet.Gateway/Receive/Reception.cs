using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Receive;

/// <summary>Takes every call of the gateway's own services: its instant, its id and its time limit.</summary>
internal sealed class Reception(
    GatewayOptions options,
    TimeProvider clock,
    MachineClock machine)
{
    /// <summary>Takes a unary call whose caller may name the request, and runs it.</summary>
    public async Task<T> ReceiveAsync<T>(ByteString requestId, ServerCallContext context, Func<Call, FieldFaults, Task<T>> run)
    {
        using var limit = Limit(context, options.DeadlineDefault, options.DeadlineCap);
        var faults = new FieldFaults();
        var call = Take(RequestIds.Take(requestId, faults), context, limit);
        return await run(call, faults);
    }

    /// <summary>Takes a unary call and runs it; the gateway chooses its id.</summary>
    public Task<T> ReceiveAsync<T>(ServerCallContext context, Func<Call, FieldFaults, Task<T>> run) =>
        ReceiveAsync(ByteString.Empty, context, run);

    /// <summary>Starts a call's clock.</summary>
    public TimeLimit Limit(ServerCallContext context, TimeSpan otherwise, TimeSpan cap) => new(
        TimeLimit.Parse(context.GetHttpContext().Request.Headers["grpc-timeout"]),
        otherwise,
        cap,
        machine.Time,
        context.CancellationToken);

    /// <summary>Takes the instant and the caller.</summary>
    /// <remarks>That the rpc is open to this kind of caller was seen before any service was called.</remarks>
    public Call Take(Guid requestId, ServerCallContext context, TimeLimit limit)
    {
        var http = context.GetHttpContext();
        var call = new Call(requestId, clock.GetUtcNow(), ((CallerPrincipal)http.User).Caller, limit);
        http.Features.Set(call);
        return call;
    }
}
