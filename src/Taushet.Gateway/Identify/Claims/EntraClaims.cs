using System.Collections.Frozen;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Identify.Claims;

/// <summary>Reads access tokens as Entra ID shapes them, of one pinned tenant. Roles come from app roles alone, never from groups.</summary>
internal static class EntraClaims
{
    /// <summary>Reads who calls.</summary>
    public static TokenVerdict Read(TokenPayload token, IssuerOptions issuer, DateTimeOffset until)
    {
        if (token.Text("tid") != issuer.Tenant)
        {
            return TokenFault.Tenant;
        }

        if (token.Text("ver") != "2.0" || token.Word("azp") is not { } client)
        {
            return TokenFault.Claims;
        }

        var roles = token.Texts("roles") ?? [];
        var caller = new Caller(issuer.Name, client, issuer.Organisation!, until);
        return token.Text("idtyp") == "app" ? OfMachine(roles, caller) : OfEmployee(token, roles, caller, issuer);
    }

    // A machine has app roles where others have scopes: a registered integration names one of them.
    // INVARIANT: a machine of a tenant is a system and nothing else, whatever roles it was given.
    private static TokenVerdict OfMachine(IReadOnlyList<string> roles, Caller caller) =>
        roles.Contains(CallerKinds.SystemRole, StringComparer.Ordinal)
            ? caller with { Scopes = roles.ToFrozenSet(StringComparer.Ordinal) }
            : TokenFault.Scope;

    private static TokenVerdict OfEmployee(TokenPayload token, IReadOnlyList<string> roles, Caller caller, IssuerOptions issuer)
    {
        // An id token has no scope.
        var scopes = (token.Text("scp") ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
        var kinds = CallerKinds.OfPerson(roles);
        if (!scopes.Contains(issuer.Scope) || kinds.Count == 0)
        {
            return TokenFault.Scope;
        }

        return Employee(token.Text("oid"), issuer) is { } reference
            ? caller with
            {
                Kinds = kinds,
                Scopes = scopes,
                Person = new ProvenPerson($"{issuer.Name} {reference}", null, null, caller.Organisation),
            }
            : TokenFault.Claims;
    }

    // Where employees are registered, one that is not has no access.
    private static string? Employee(string? oid, IssuerOptions issuer) =>
        !Guid.TryParseExact(oid, "D", out _) ? null
        : issuer.Employees is not { } registered ? $"oid:{oid}"
        : registered.GetValueOrDefault(oid);
}
