using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Authorization;
using Taushet.V1;

namespace Taushet.Gateway.Identify;

/// <summary>That the rpc is open to this kind of caller.</summary>
internal sealed class AccessRequirement : IAuthorizationRequirement;

/// <summary>Holds every call against its rpc's access option, before any service sees it.</summary>
/// <remarks>INVARIANT: an rpc is open to the callers its access option names and to nobody else.</remarks>
internal sealed class AccessCheck(AccessTable access) : AuthorizationHandler<AccessRequirement>
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        var rpc = (context.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName;

        // Without an rpc there is no service; the server says so to whoever has a token.
        var open = context.User is CallerPrincipal { Caller: var caller }
            ? rpc is null || access.Allows(rpc, caller)
            : rpc is not null && access.Allows(rpc, CallerKind.Anyone);
        if (open)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
