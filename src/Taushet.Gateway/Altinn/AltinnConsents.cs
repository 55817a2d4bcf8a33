using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Taushet.Gateway.Altinn;

/// <summary>Reads consent tokens of one pinned issuer.</summary>
/// <remarks>INVARIANT: no claim of a consent token is read before its signature, issuer, audience and expiry hold.</remarks>
internal sealed class AltinnConsents : IAltinnConsents
{
    private const int LongestToken = 16 << 10;

    // A claim that stands twice could be read in two ways.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly AltinnCatalogue catalogue;
    private readonly AltinnOptions options;
    private readonly TokenValidationParameters parameters;
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };

    /// <summary>Reads keys and catalogue.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="FormatException">The catalogue does not hold.</exception>
    public AltinnConsents(AltinnOptions options)
    {
        this.options = options;
        catalogue = AltinnCatalogue.Parse(File.ReadAllText(options.CatalogueFile));
        parameters = new TokenValidationParameters
        {
            ValidIssuer = options.Issuer,
            ValidAlgorithms = options.Algorithms,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            TryAllIssuerSigningKeys = false,
            AudienceValidator = (audiences, _, _) =>
                audiences?.ToArray() is [var only] && string.Equals(only, options.Audience, StringComparison.Ordinal),
            ValidateLifetime = false,
        };
        if (options.KeysFile is { } file)
        {
            parameters.IssuerSigningKeys = new JsonWebKeySet(File.ReadAllText(file)).GetSigningKeys();
        }
        else
        {
            parameters.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                options.MetadataAddress,
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever { RequireHttps = true });
        }
    }

    /// <inheritdoc/>
    public async ValueTask<AltinnReading> ReadAsync(string token, AltinnExpectation expected, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (token.Length is 0 or > LongestToken)
        {
            return NotHolding;
        }

        var validated = await handler.ValidateTokenAsync(token, parameters);
        return validated is { IsValid: true, SecurityToken: JsonWebToken read } && HoldsAt(read, expected.Instant)
            ? Read(read, expected)
            : NotHolding;
    }

    private AltinnReading Read(JsonWebToken token, AltinnExpectation expected)
    {
        try
        {
            using var claims = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload), Strict);
            return new AltinnClaims(catalogue, expected).Read(
                Claim(claims.RootElement, "authorization_details"), Claim(claims.RootElement, "consumer"));
        }
        catch (JsonException)
        {
            return NotHolding;
        }
    }

    // One text for every fault: what is wrong with a token is nobody's business but the issuer's.
    private static AltinnReading NotHolding { get; } = new(Consent: null, [new AltinnFault(string.Empty, "does not hold")]);

    private static JsonElement Claim(JsonElement claims, string name) => claims.TryGetProperty(name, out var claim) ? claim : default;

    private bool HoldsAt(JsonWebToken token, DateTimeOffset instant) =>
        instant < new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + options.ClockSkew
        && (token.ValidFrom == DateTime.MinValue || instant >= new DateTimeOffset(token.ValidFrom, TimeSpan.Zero) - options.ClockSkew);
}
