using Taushet.Gateway.Errors;

namespace Taushet.Gateway.Receive;

/// <summary>Whether the token of a stream still holds: one call validates it, and a stream may outlive it.</summary>
internal static class StreamToken
{
    /// <summary>Ends a stream whose token holds no more.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAUTHENTICATED.</exception>
    public static void Require(Call stream, TimeProvider clock)
    {
        if (!stream.Caller.HoldsAt(clock.GetUtcNow()))
        {
            throw Refusals.TokenEnded();
        }
    }
}
