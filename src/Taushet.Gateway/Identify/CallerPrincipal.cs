using System.Security.Claims;

namespace Taushet.Gateway.Identify;

/// <summary>A validated caller in the form the host's authorisation knows.</summary>
internal sealed class CallerPrincipal(Caller caller) : ClaimsPrincipal(new ClaimsIdentity(TokenAuthentication.SchemeName))
{
    /// <summary>Who calls.</summary>
    public Caller Caller { get; } = caller;
}
