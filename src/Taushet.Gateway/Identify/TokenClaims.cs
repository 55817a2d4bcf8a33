using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Taushet.Core.Requests.Identifiers;
using Taushet.Gateway.Options;
using Taushet.V1;

namespace Taushet.Gateway.Identify;

/// <summary>Reads the claims of a validated token as Maskinporten shapes them.</summary>
internal static class TokenClaims
{
    public const string Authority = "iso6523-actorid-upis";
    public const string OrganisationScheme = "0192:";
    private const int MaxClientId = 128;

    /// <summary>Reads who calls.</summary>
    /// <returns>Null when a claim is missing or has another shape: then the token gives nothing.</returns>
    public static Caller? Read(JsonWebToken token, IssuerOptions issuer)
    {
        var holds = token.TryGetPayloadValue<string>("scope", out var scopes)
            && scopes.Split(' ').Contains(issuer.Scope, StringComparer.Ordinal)
            && token.TryGetPayloadValue<string>("client_id", out var client)
            && client.Length is > 0 and <= MaxClientId
            && !client.Any(char.IsControl);
        var organisation = holds ? Organisation(token) : null;
        return organisation is null ? null : new Caller(
            issuer.Name,
            token.GetPayloadValue<string>("client_id"),
            organisation,
            new DateTimeOffset(token.ValidTo + issuer.ClockSkew, TimeSpan.Zero))
        {
            Kinds = Kinds(token, issuer),
            Person = Person(token, issuer),
        };
    }

    // Roles and persons of a development token alone: a machine's token makes nobody an auditor.
    private static IReadOnlySet<CallerKind> Kinds(JsonWebToken token, IssuerOptions issuer)
    {
        if (issuer.Issuer != DevelopmentIssuer.Options.Issuer || !token.TryGetPayloadValue<string[]>("roles", out var roles))
        {
            return CallerKinds.System;
        }

        var kinds = CallerKinds.OfPerson(roles).Union(CallerKinds.System);
        return (roles.Contains(CallerKinds.CitizenRole, StringComparer.Ordinal) ? CallerKinds.Citizen : kinds).ToHashSet();
    }

    private static ProvenPerson? Person(JsonWebToken token, IssuerOptions issuer) =>
        issuer.Issuer == DevelopmentIssuer.Options.Issuer
        && token.TryGetPayloadValue<string>("pid", out var number)
        && NationalNumber.IsValid(number, out _)
            ? new ProvenPerson($"{issuer.Name} sub:{token.Id}", number, null, string.Empty)
            : null;

    private static string? Organisation(JsonWebToken token)
    {
        if (!token.TryGetPayloadValue<JsonElement>("consumer", out var consumer)
            || consumer.ValueKind != JsonValueKind.Object
            || Text(consumer, "authority") != Authority
            || Text(consumer, "ID") is not { } id
            || !id.StartsWith(OrganisationScheme, StringComparison.Ordinal))
        {
            return null;
        }

        var number = id[OrganisationScheme.Length..];
        return OrganisationNumber.IsValid(number) ? number : null;
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
