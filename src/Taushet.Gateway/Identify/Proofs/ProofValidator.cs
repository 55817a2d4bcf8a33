using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Taushet.Gateway.Identify.Claims;
using Taushet.Gateway.Options;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Identify.Proofs;

/// <summary>Validates proofs that a caller holds the key its token is bound to (DPoP, RFC 9449, section 4.3).</summary>
internal sealed class ProofValidator(ProofKeys keys, IProofStore store, GatewayOptions options, TimeProvider clock)
{
    /// <summary>The type of a proof.</summary>
    public const string TokenType = "dpop+jwt";

    private const int MaxProofLength = 4096;
    private const int MaxIdLength = 256;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxProofLength };
    private readonly Uri? origin = options.PublicOrigin is { } text ? new Uri(text) : null;

    /// <summary>Checks one proof, and uses it up.</summary>
    /// <returns><see cref="TokenFault.None"/> when it holds.</returns>
    public async ValueTask<TokenFault> CheckAsync(ProofRequest request, CancellationToken cancellation)
    {
        if (One(request.Header) is not { } proof || KeyIn(proof, request.Key) is not { } key)
        {
            return TokenFault.Proof;
        }

        var validated = await handler.ValidateTokenAsync(proof, key.Parameters);
        if (!validated.IsValid || Json.Object(proof.EncodedPayload, Strict) is not { } claims)
        {
            return TokenFault.Proof;
        }

        var now = clock.GetUtcNow();
        if (!Fits(claims, request)
            || Json.Instant(claims, "iat") is not { } issued
            || issued > now + ClockSkew
            || issued < now - options.ProofWindow - ClockSkew
            || Json.Text(claims, "jti") is not { Length: > 0 and <= MaxIdLength } id)
        {
            return TokenFault.Proof;
        }

        // INVARIANT: a proof is used once, on whichever node, and never when that cannot be told.
        var use = new ProofUse(HashOf(key.Thumbprint, id), issued, issued + options.ProofWindow + ClockSkew + ClockSkew, now);
        return await store.UseAsync(use, cancellation) switch
        {
            ProofUseResult.First => TokenFault.None,
            ProofUseResult.Replayed => TokenFault.Replay,
            ProofUseResult.Unavailable => TokenFault.ProofStore,
        };
    }

    private static JsonWebToken? One(StringValues header)
    {
        if (header.Count != 1 || header[0] is not { Length: > 0 and <= MaxProofLength } text)
        {
            return null;
        }

        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or JsonException)
        {
            return null;
        }
    }

    private ProofKey? KeyIn(JsonWebToken proof, string thumbprint) =>
        Json.Object(proof.EncodedHeader, Strict) is { } header
        && header.EnumerateObject().All(member => member.Name is "typ" or "alg" or "jwk")
        && Json.Text(header, "typ") == TokenType
        && Json.Inner(header, "jwk") is { } jwk
            ? keys.Find(jwk, thumbprint)
            : null;

    private bool Fits(JsonElement claims, ProofRequest request) =>
        Json.Text(claims, "htm") == request.Method
        && AddressFits(Json.Text(claims, "htu"), request.Path)
        && Json.Text(claims, "ath") is { } hash
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(hash),
            Encoding.ASCII.GetBytes(Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(request.Token)))));

    // INVARIANT: the address in a proof is held against the configured public origin, never against headers of the call.
    private bool AddressFits(string? address, string path) =>
        origin is not null
        && Uri.TryCreate(address, UriKind.Absolute, out var named)
        && named.UserInfo.Length == 0
        && named.Scheme == origin.Scheme
        && named.IdnHost == origin.IdnHost
        && named.Port == origin.Port
        && named.AbsolutePath == path;

    private static byte[] HashOf(string thumbprint, string id) => SHA256.HashData(Encoding.UTF8.GetBytes($"{thumbprint}\n{id}"));
}
