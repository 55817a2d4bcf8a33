using System.Text.Json;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Identify.Claims;

/// <summary>Reads what a token is bound to (<c>cnf</c>), and holds it against what its issuer's rules ask for.</summary>
internal static class Confirmation
{
    /// <summary>Adds the binding to a caller.</summary>
    public static TokenVerdict Bind(TokenVerdict verdict, TokenPayload token, IssuerOptions issuer)
    {
        if (verdict.Caller is not { } caller)
        {
            return verdict;
        }

        if (Read(token) is not { } binding)
        {
            return TokenFault.Claims;
        }

        // INVARIANT: a token of HelseID is bound to a key unless its client is named as an exception.
        var keyRequired = issuer.Kind == IssuerKind.HelseId && !issuer.BearerClients.Contains(caller.ClientId, StringComparer.Ordinal);
        return (keyRequired && binding.Key is null) || (issuer.CertificateRequired && binding.Certificate is null)
            ? TokenFault.Unbound
            : caller with { Binding = binding };
    }

    // A binding of another kind cannot be checked, and so does not hold.
    private static TokenBinding? Read(TokenPayload token)
    {
        if (!token.Has("cnf"))
        {
            return TokenBinding.None;
        }

        return token.Object("cnf") is { } confirmation
            && confirmation.EnumerateObject().All(member => member.Name is "jkt" or "x5t#S256" && member.Value.ValueKind == JsonValueKind.String)
            && new TokenBinding(Json.Text(confirmation, "jkt"), Json.Text(confirmation, "x5t#S256")) is var binding
            && binding != TokenBinding.None
                ? binding
                : null;
    }
}
