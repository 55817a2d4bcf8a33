using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Taushet.Demo.Sectors;

/// <summary>Tells whether a call comes from the gateway: its own token, signed with its own key.</summary>
/// <param name="issuer">The gateway's identity.</param>
/// <param name="audience">The name this system goes by.</param>
/// <param name="keyOf">The gateway's public key with a key id, or null when it has none.</param>
internal sealed class GatewayToken(string issuer, string audience, Func<string, SecurityKey?> keyOf)
{
    private const string Scheme = "Bearer ";

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>Whether the header holds the gateway's token.</summary>
    public async Task<bool> HoldsAsync(string? header)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var result = await handler.ValidateTokenAsync(header[Scheme.Length..], new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKeyResolver = (_, _, keyId, _) => keyOf(keyId) is { } key ? [key] : [],
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ClockSkew = TimeSpan.FromSeconds(5),
        });
        return result.IsValid;
    }
}
