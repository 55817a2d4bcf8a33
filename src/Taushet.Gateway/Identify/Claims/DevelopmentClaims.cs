using Taushet.Gateway.Options;

namespace Taushet.Gateway.Identify.Claims;

/// <summary>Reads tokens of the development issuer: those of Maskinporten, to which roles and a person may be added.</summary>
internal static class DevelopmentClaims
{
    /// <summary>Reads who calls.</summary>
    public static TokenVerdict Read(TokenPayload token, IssuerOptions issuer, DateTimeOffset until)
    {
        if (MaskinportenClaims.Read(token, issuer, until) is not { Caller: { } machine })
        {
            return MaskinportenClaims.Read(token, issuer, until);
        }

        if (token.Has("roles") && token.Texts("roles") is null)
        {
            return TokenFault.Claims;
        }

        var caller = token.Texts("roles") is { } roles
            ? machine with { Kinds = CallerKinds.OfPerson(roles).Union(CallerKinds.System).ToHashSet() }
            : machine;
        return !token.Has("person") ? caller
            : token.Word("person") is { } person
                ? caller with { Person = new ProvenPerson($"{issuer.Name} {person}", null, null, caller.Organisation) }
            : TokenFault.Claims;
    }
}
