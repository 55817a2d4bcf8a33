using Grpc.Core;
using Taushet.Compat.V1;

namespace Taushet.Compat.Tests.Wire;

/// <summary>What the unary method does in a test; an echo unless told otherwise.</summary>
internal sealed class EchoHandlers
{
    public UnaryServerMethod<UnaryRequest, UnaryResponse> Unary { get; init; } =
        (request, _) => Task.FromResult(new UnaryResponse { Request = request });
}
