using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Identify;

/// <summary>One issuer with everything that its tokens must hold.</summary>
/// <param name="Options">As configured.</param>
/// <param name="Parameters">What the validating library checks.</param>
internal sealed record Issuer(IssuerOptions Options, TokenValidationParameters Parameters)
{
    /// <summary>Makes an issuer whose keys are read from its file or fetched from its metadata.</summary>
    public static Issuer Of(IssuerOptions options, TimeProvider clock)
    {
        var parameters = Pinned(options, clock);
        if (options.KeysFile is not null)
        {
            parameters.IssuerSigningKeys = new JsonWebKeySet(File.ReadAllText(options.KeysFile)).GetSigningKeys();
        }
        else
        {
            // Fetches once, keeps the keys, and fetches again when a key id is unknown.
            parameters.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                options.MetadataAddress,
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever { RequireHttps = true });
        }

        return new Issuer(options, parameters);
    }

    /// <summary>Makes an issuer whose one key is read from its file when a token first names it.</summary>
    public static Issuer Of(IssuerOptions options, PublicKeyFile file, TimeProvider clock)
    {
        var parameters = Pinned(options, clock);
        parameters.IssuerSigningKeyResolver = (_, _, keyId, _) => file.KeyOf(keyId) is { } key ? [key] : [];
        return new Issuer(options, parameters);
    }

    private static TokenValidationParameters Pinned(IssuerOptions options, TimeProvider clock) => new()
    {
        ValidIssuer = options.Issuer,
        ValidAlgorithms = options.Algorithms,
        ValidTypes = options.Types,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        TryAllIssuerSigningKeys = false,

        // Exactly one audience, and it is this gateway's.
        AudienceValidator = (audiences, _, _) =>
            audiences?.ToArray() is [var only] && string.Equals(only, options.Audience, StringComparison.Ordinal),
        LifetimeValidator = (notBefore, expires, _, _) => HoldsAt(clock.GetUtcNow().UtcDateTime, notBefore, expires, options.ClockSkew),
    };

    private static bool HoldsAt(DateTime now, DateTime? notBefore, DateTime? expires, TimeSpan skew) =>
        expires is not null && now < expires + skew && (notBefore is null || now >= notBefore - skew);
}
