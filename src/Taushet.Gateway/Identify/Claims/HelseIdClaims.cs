using System.Collections.Frozen;
using Taushet.Core.Requests.Identifiers;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Identify.Claims;

/// <summary>Reads tokens as HelseID shapes them: an employee or a machine of a health organisation.</summary>
/// <remarks>INVARIANT: a claim that HelseID was not asked for is missing, and what is missing permits nothing.</remarks>
internal static class HelseIdClaims
{
    private const string Pid = "helseid://claims/identity/pid";
    private const string Level = "helseid://claims/identity/security_level";
    private const string Hpr = "helseid://claims/hpr/hpr_number";
    private const string Parent = "helseid://claims/client/claims/orgnr_parent";
    private const string Child = "helseid://claims/client/claims/orgnr_child";
    private const string Supplier = "helseid://claims/client/claims/orgnr_supplier";
    private const string RequiredLevel = "4";

    /// <summary>Reads who calls.</summary>
    public static TokenVerdict Read(TokenPayload token, IssuerOptions issuer, DateTimeOffset until)
    {
        var scopes = token.Texts("scope")?.ToFrozenSet(StringComparer.Ordinal);
        if (scopes?.Contains(issuer.Scope) != true)
        {
            return TokenFault.Scope;
        }

        var parent = Organisations.Plain(token.Text(Parent));
        var unit = Optional(token, Child);
        var supplier = Optional(token, Supplier);
        if (token.Word("client_id") is not { } client || parent is null || unit is null || supplier is null)
        {
            return TokenFault.Claims;
        }

        var caller = new Caller(issuer.Name, client, parent, until) { Unit = unit, Supplier = supplier, Scopes = scopes };

        // A machine has no subject; with one, a person is logged in and must be told.
        return token.Has(Pid) || token.Has("sub") ? OfEmployee(token, caller, issuer) : caller;
    }

    private static TokenVerdict OfEmployee(TokenPayload token, Caller caller, IssuerOptions issuer)
    {
        if (token.Text(Level) != RequiredLevel)
        {
            return TokenFault.Level;
        }

        if (token.Text(Pid) is not { } pid
            || !NationalNumber.IsValid(pid, out _)
            || token.Word("sub") is not { } subject
            || (token.Has(Hpr) && !HprNumber.IsValid(token.Text(Hpr))))
        {
            return TokenFault.Claims;
        }

        var hpr = token.Text(Hpr);
        var attest = token.Has(issuer.AttestClaim) ? AttestReading.Of(token.Object(issuer.AttestClaim)) : null;
        if (attest is null ? issuer.AttestRequired || token.Has(issuer.AttestClaim) : !attest.IsOf(pid, caller.Organisation))
        {
            return TokenFault.Claims;
        }

        return caller with
        {
            Kinds = CallerKinds.Employee,
            Person = new ProvenPerson(Reference(caller.Issuer, subject, hpr), pid, hpr, caller.Organisation),
            Attest = attest,
        };
    }

    private static string Reference(string issuer, string subject, string? hpr) =>
        hpr is null ? $"{issuer} sub:{subject}" : $"{issuer} hpr:{hpr}";

    private static string? Optional(TokenPayload token, string claim) =>
        token.Has(claim) ? Organisations.Plain(token.Text(claim)) : string.Empty;
}
