using System.Diagnostics;
using Grpc.Core;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Receive;

namespace Taushet.Gateway.Errors;

/// <summary>What a call ends with that a step has thrown out of: the same for a single call, a stream and each of its items.</summary>
internal sealed class CallEnding(ILogger<CallEnding> logger)
{
    /// <summary>Makes the gRPC error. Of a fault only the request id is told.</summary>
    /// <param name="thrown">What a step threw.</param>
    /// <param name="call">The call; null when the fault came before one was taken.</param>
    /// <param name="callerGone">Whether the caller went away or its own deadline passed.</param>
    public RpcException Of(Exception thrown, Call? call, bool callerGone)
    {
        var id = call?.RequestId ?? RequestIds.New();
        switch (thrown)
        {
            case RpcException refusal:
                return refusal;
            case OperationCanceledException when callerGone:
                return new RpcException(new Status(StatusCode.Cancelled, "The caller went away."));
            case OperationCanceledException:
                return Refusals.TooLate(id, call?.DutyPush == true);
            default:
                // The message of an exception may hold a value: only its type and place are logged.
                logger.Faulted(id, thrown.GetType().FullName ?? "unknown", PlaceOf(thrown));
                return Refusals.Fault(id);
        }
    }

    private static string PlaceOf(Exception fault)
    {
        var method = new StackTrace(fault).GetFrame(0)?.GetMethod();
        return $"{method?.DeclaringType?.FullName}.{method?.Name}";
    }
}
