using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Taushet.Gateway.Identify.Claims;

namespace Taushet.Gateway.Identify.Proofs;

/// <summary>The public key in a proof's header: asymmetric, public only, strong enough.</summary>
/// <param name="Thumbprint">Its SHA-256 thumbprint (RFC 7638), base64url.</param>
/// <param name="Parameters">What the validating library checks of proofs by it: the signature.</param>
internal sealed record ProofKey(string Thumbprint, TokenValidationParameters Parameters)
{
    /// <summary>The algorithms that proofs may be signed with.</summary>
    public static readonly string[] Algorithms = ["ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512"];

    private const int LeastModulusBytes = 256;
    private const int MostModulusBytes = 512;
    private static readonly string[] EllipticMembers = ["kty", "crv", "x", "y", "kid", "alg", "use", "key_ops", "ext"];
    private static readonly string[] RsaMembers = ["kty", "n", "e", "kid", "alg", "use", "key_ops", "ext"];

    /// <summary>Reads a key; null when it is no such key.</summary>
    /// <remarks>INVARIANT: a key that brings a private part, or a secret, is no proof's key.</remarks>
    public static ProofKey? Of(JsonElement jwk)
    {
        // Members are named one by one: whatever else there is, private parts among it, is refused.
        var holds = Json.Text(jwk, "kty") switch
        {
            JsonWebAlgorithmsKeyTypes.EllipticCurve => OnlyHas(jwk, EllipticMembers)
                && Json.Text(jwk, "crv") is "P-256" or "P-384" or "P-521"
                && Bytes(jwk, "x") is > 0
                && Bytes(jwk, "y") is > 0,
            JsonWebAlgorithmsKeyTypes.RSA => OnlyHas(jwk, RsaMembers)
                && Bytes(jwk, "n") is >= LeastModulusBytes and <= MostModulusBytes
                && Bytes(jwk, "e") is > 0 and <= 4,
            _ => false,
        };
        if (!holds)
        {
            return null;
        }

        var key = new JsonWebKey { Kty = Json.Text(jwk, "kty"), Crv = Json.Text(jwk, "crv"), X = Json.Text(jwk, "x"), Y = Json.Text(jwk, "y"), N = Json.Text(jwk, "n"), E = Json.Text(jwk, "e") };
        var thumbprint = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        key.KeyId = thumbprint;
        return new ProofKey(thumbprint, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            TryAllIssuerSigningKeys = true,
            RequireSignedTokens = true,
            ValidAlgorithms = Algorithms,
            ValidTypes = [ProofValidator.TokenType],
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
            RequireExpirationTime = false,
        });
    }

    private static bool OnlyHas(JsonElement jwk, string[] members) =>
        jwk.EnumerateObject().All(member => members.Contains(member.Name, StringComparer.Ordinal));

    private static int Bytes(JsonElement jwk, string name)
    {
        try
        {
            return Json.Text(jwk, name) is { } text ? Base64UrlEncoder.DecodeBytes(text).Length : 0;
        }
        catch (FormatException)
        {
            return 0;
        }
    }
}
