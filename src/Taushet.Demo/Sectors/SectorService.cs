using Grpc.Core;
using Taushet.V1;

namespace Taushet.Demo.Sectors;

/// <summary>The sector systems' answers to the gateway: each call is for the system at whose port it came in.</summary>
/// <param name="systems">The systems of this server.</param>
internal sealed class SectorService(IReadOnlyList<SectorSystem> systems) : SourceService.SourceServiceBase
{
    private readonly Dictionary<int, SectorSystem> byPort = systems.ToDictionary(system => system.Address.Port);

    /// <summary>The systems, in the order of their registers.</summary>
    public IReadOnlyList<SectorSystem> Systems => systems;

    /// <inheritdoc/>
    public override async Task<GetLeavesResponse> GetLeaves(GetLeavesRequest request, ServerCallContext context)
    {
        var system = byPort[context.GetHttpContext().Connection.LocalPort];
        if (!await system.Gateway.HoldsAsync(context.RequestHeaders.GetValue("authorization")))
        {
            throw new RpcException(new Status(StatusCode.Unauthenticated, "not the gateway's token"));
        }

        return system.Register.Answer(request);
    }
}
