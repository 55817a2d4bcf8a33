using Grpc.Core;
using Grpc.Core.Interceptors;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Receive;

namespace Taushet.Gateway.Limits;

/// <summary>Refuses what is more than a caller may ask for, before any work is done on it. A stream counts as one call.</summary>
internal sealed class LimitInterceptor(CallerLimits limits, Attempts attempts) : Interceptor
{
    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation)
    {
        using var place = Take(context, DutyLane.Has(request));
        return await continuation(request, context);
    }

    /// <inheritdoc/>
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var place = Take(context, duty: false);
        await continuation(requestStream, responseStream, context);
    }

    /// <inheritdoc/>
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var place = Take(context, duty: false);
        await continuation(request, responseStream, context);
    }

    private IDisposable? Take(ServerCallContext context, bool duty)
    {
        if (context.GetHttpContext().User is not CallerPrincipal { Caller: var caller })
        {
            return null;
        }

        if (limits.Take(caller, duty) is { } place)
        {
            return place;
        }

        attempts.Note(AttemptKind.TooMany, context.Method);
        throw Refusals.CallerLimit(RequestIds.New(), limits.Retry, duty);
    }
}
