using System.Collections.Frozen;
using Taushet.Core.Requests.Identifiers;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Identify.Claims;

/// <summary>Reads access tokens as ID-porten shapes them: a citizen, for the citizen's own view and for nothing else.</summary>
internal static class IdPortenClaims
{
    private const string RequiredLevel = "idporten-loa-high";

    /// <summary>Reads who calls.</summary>
    public static TokenVerdict Read(TokenPayload token, IssuerOptions issuer, DateTimeOffset until)
    {
        var scopes = (token.Text("scope") ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
        if (!scopes.Contains(issuer.Scope))
        {
            return TokenFault.Scope;
        }

        if (token.Text("acr") != RequiredLevel)
        {
            return TokenFault.Level;
        }

        var consumer = token.Has("consumer") ? Organisations.Iso6523(token.Object("consumer")) : string.Empty;
        if (token.Word("client_id") is not { } client
            || token.Word("sub") is not { } subject
            || consumer is null
            || token.Text("pid") is not { } pid
            || !NationalNumber.IsValid(pid, out _))
        {
            return TokenFault.Claims;
        }

        return new Caller(issuer.Name, client, string.Empty, until)
        {
            Kinds = CallerKinds.Citizen,
            Supplier = consumer,
            Scopes = scopes,
            Person = new ProvenPerson($"{issuer.Name} sub:{subject}", pid, null, consumer),
        };
    }
}
