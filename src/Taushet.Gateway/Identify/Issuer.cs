using Microsoft.IdentityModel.Tokens;
using Taushet.Gateway.Identify.Claims;
using Taushet.Gateway.Identify.Keys;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Identify;

/// <summary>One issuer with everything that its tokens must hold.</summary>
/// <param name="Options">As configured.</param>
/// <param name="Keys">Its keys.</param>
/// <param name="Parameters">What the validating library checks but for the key, which each token names.</param>
internal sealed record Issuer(IssuerOptions Options, IIssuerKeys Keys, TokenValidationParameters Parameters)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    // The empty name stands for no type at all: Maskinporten, which makes access tokens only, may leave it out.
    private static readonly string[] MachineTypes = ["at+jwt", "JWT", ""];
    private static readonly string[] AccessTypes = ["at+jwt", "JWT"];
    private static readonly string[] OnlyAccessTypes = ["at+jwt"];

    /// <summary>Makes an issuer.</summary>
    public static Issuer Of(IssuerOptions options, IIssuerKeys keys, TimeProvider clock) =>
        new(options, keys, Pinned(options, clock));

    /// <summary>What the library checks of one token: with the key that the token names, and no other.</summary>
    public TokenValidationParameters With(SecurityKey key)
    {
        var parameters = Parameters.Clone();
        parameters.IssuerSigningKey = key;
        return parameters;
    }

    /// <summary>Reads who calls from a token whose signature, issuer, audience and times hold.</summary>
    public TokenVerdict Read(TokenPayload token, DateTimeOffset expires)
    {
        var until = expires + Options.ClockSkew;
        return Options.Kind switch
        {
            IssuerKind.Maskinporten => MaskinportenClaims.Read(token, Options, until),
            IssuerKind.HelseId => HelseIdClaims.Read(token, Options, until),
            IssuerKind.EntraId => EntraClaims.Read(token, Options, until),
            IssuerKind.IdPorten => IdPortenClaims.Read(token, Options, until),
            IssuerKind.Development => DevelopmentClaims.Read(token, Options, until),
        };
    }

    /// <summary>Whether a token's lifetime is one that this issuer gives: begun, and no longer than pinned.</summary>
    public bool LifetimeHolds(DateTimeOffset? issued, DateTimeOffset expires, DateTimeOffset now) =>
        issued is { } from
        && from <= now + Options.ClockSkew
        && expires - from <= (Options.LongestLifetime ?? Longest);

    private static TokenValidationParameters Pinned(IssuerOptions options, TimeProvider clock) => new()
    {
        ValidIssuer = options.Issuer,
        ValidAlgorithms = options.Algorithms,
        TypeValidator = TypeValidatorOf(options.Types ?? TypesOf(options.Kind)),
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        TryAllIssuerSigningKeys = false,
        AudienceValidator = (audiences, _, _) => AudienceHolds(audiences?.ToArray() ?? [], options),
        LifetimeValidator = (notBefore, expires, _, _) => HoldsAt(clock.GetUtcNow().UtcDateTime, notBefore, expires, options.ClockSkew),
    };

    private static IReadOnlyList<string> TypesOf(IssuerKind kind) => kind switch
    {
        IssuerKind.Maskinporten => MachineTypes,
        IssuerKind.HelseId or IssuerKind.EntraId or IssuerKind.Development => AccessTypes,
        IssuerKind.IdPorten => OnlyAccessTypes,
    };

    private static TypeValidator TypeValidatorOf(IReadOnlyList<string> types) => (type, _, _) =>
        types.Contains(type ?? string.Empty, StringComparer.OrdinalIgnoreCase)
            ? type ?? string.Empty
            : throw new SecurityTokenInvalidTypeException("another type");

    // INVARIANT: a token for another audience, or for several, is refused whatever the audience rule.
    private static bool AudienceHolds(string[] audiences, IssuerOptions options) => audiences switch
    {
        [var only] when string.Equals(only, options.Audience, StringComparison.Ordinal) => true,
        [] or ["unspecified"] => options.AudienceRule == AudienceRule.MayBeUnspecified,
        _ => false,
    };

    private static bool HoldsAt(DateTime now, DateTime? notBefore, DateTime? expires, TimeSpan skew) =>
        expires is not null && now < expires + skew && (notBefore is null || now >= notBefore - skew);
}
