using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Receive;

namespace Taushet.Gateway.Errors;

/// <summary>Turns what no step has turned into a gRPC error: a late call, and faults, of which only the request id is told.</summary>
internal sealed class FaultInterceptor(ILogger<FaultInterceptor> logger) : Interceptor
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
        catch (RpcException)
        {
            throw;
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "The caller went away."));
        }
        catch (OperationCanceledException)
        {
            throw Refusals.TooLate(IdOf(context), CallOf(context)?.DutyPush == true);
        }
        catch (Exception fault)
        {
            // The message of an exception may hold a value: only its type and place are logged.
            logger.Faulted(IdOf(context), fault.GetType().FullName ?? "unknown", PlaceOf(fault));
            throw Refusals.Fault(IdOf(context));
        }
    }

    private static Call? CallOf(ServerCallContext context) => context.GetHttpContext().Features.Get<Call>();

    private static Guid IdOf(ServerCallContext context) => CallOf(context)?.RequestId ?? Guid.Empty;

    private static string PlaceOf(Exception fault)
    {
        var method = new StackTrace(fault).GetFrame(0)?.GetMethod();
        return $"{method?.DeclaringType?.FullName}.{method?.Name}";
    }
}
