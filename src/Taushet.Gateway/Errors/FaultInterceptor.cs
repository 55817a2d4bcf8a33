using Grpc.Core;
using Grpc.Core.Interceptors;
using Taushet.Gateway.Receive;

namespace Taushet.Gateway.Errors;

/// <summary>Turns what no step has turned into a gRPC error: a late call, and faults, of which only the request id is told.</summary>
internal sealed class FaultInterceptor(CallEnding ending) : Interceptor
{
    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception thrown) when (thrown is not RpcException)
        {
            throw EndOf(context, thrown);
        }
    }

    /// <inheritdoc/>
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception thrown) when (thrown is not RpcException)
        {
            throw EndOf(context, thrown);
        }
    }

    /// <inheritdoc/>
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception thrown) when (thrown is not RpcException)
        {
            throw EndOf(context, thrown);
        }
    }

    private RpcException EndOf(ServerCallContext context, Exception thrown) => ending.Of(
        thrown,
        context.GetHttpContext().Features.Get<Call>(),
        context.CancellationToken.IsCancellationRequested);
}
