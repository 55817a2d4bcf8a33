using System.Collections.Frozen;
using System.Text.Json;
using Taushet.Core.Requests.Identifiers;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Identify.Claims;

/// <summary>Reads tokens as Maskinporten shapes them: a machine of the consumer, perhaps through a supplier.</summary>
internal static class MaskinportenClaims
{
    private const string SystemUser = "urn:altinn:systemuser";

    /// <summary>Reads who calls.</summary>
    public static TokenVerdict Read(TokenPayload token, IssuerOptions issuer, DateTimeOffset until)
    {
        var scopes = (token.Text("scope") ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
        if (!scopes.Contains(issuer.Scope))
        {
            return TokenFault.Scope;
        }

        var consumer = Organisations.Iso6523(token.Object("consumer"));
        var supplier = token.Has("supplier") ? Organisations.Iso6523(token.Object("supplier")) : string.Empty;
        if (token.Word("client_id") is not { } client || consumer is null || supplier is null || !ChildHolds(token))
        {
            return TokenFault.Claims;
        }

        var caller = new Caller(issuer.Name, client, consumer, until)
        {
            Supplier = supplier,
            Scopes = scopes,

            // The number in such a token is the child's, who is not logged in: the token is for that child only.
            OnlyChild = token.Text("pid"),
        };
        return Details(token, caller, issuer);
    }

    private static bool ChildHolds(TokenPayload token) =>
        !token.Has("pid") || (token.Text("pid") is { } pid && NationalNumber.IsValid(pid, out _));

    // Whatever else a token has been narrowed by is not understood here, and so not accepted.
    private static TokenVerdict Details(TokenPayload token, Caller caller, IssuerOptions issuer) =>
        token.Objects("authorization_details") switch
        {
            null => TokenFault.Claims,
            { Count: 0 } => caller,
            [var only] when Json.Text(only, "type") == SystemUser => OfSystemUser(only, caller, issuer),
            _ => TokenFault.Claims,
        };

    // INVARIANT: the organisation of a system user's token is the one that owns the system user, never the vendor.
    private static TokenVerdict OfSystemUser(JsonElement details, Caller vendor, IssuerOptions issuer)
    {
        if (!issuer.SystemUsers)
        {
            return TokenFault.SystemUser;
        }

        return Organisations.Iso6523(Json.Inner(details, "systemuser_org")) is { } owner && Only(details) is { } id
            ? vendor with { Organisation = owner, Supplier = vendor.Organisation, SystemUser = new SystemUser(id, owner) }
            : TokenFault.Claims;
    }

    // Of several it would not be told which one's right to ask for.
    private static Guid? Only(JsonElement details) =>
        Json.Items(details, "systemuser_id").Take(2).ToList() is [{ ValueKind: JsonValueKind.String } only]
        && Guid.TryParseExact(only.GetString(), "D", out var id)
            ? id
            : null;
}
