using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Taushet.Gateway.Identify.Claims;

namespace Taushet.Gateway.Identify;

/// <summary>Validates access tokens of the listed issuers, each by its own rules. What a token is bound to is looked at elsewhere.</summary>
internal sealed class TokenValidator(
    IEnumerable<Issuer> issuers,
    TokenMemory memory,
    TokenRefusals refusals,
    TimeProvider clock)
{
    /// <summary>How long a token may be.</summary>
    public const int MaxTokenLength = 8192;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    // A header that must be understood, a token within a token, and keys that the token itself brings.
    private static readonly string[] Unwanted = ["crit", "cty", "zip", "enc", "b64", "jwk", "jku", "x5u", "x5c"];

    // These stand in id tokens, which tell a client who has logged in and give access to nothing.
    private static readonly string[] IdTokenMarks = ["nonce", "at_hash", "c_hash", "s_hash"];

    private readonly FrozenDictionary<string, Issuer> issuers =
        issuers.ToFrozenDictionary(issuer => issuer.Options.Issuer, StringComparer.Ordinal);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxTokenLength };

    /// <summary>Validates one token.</summary>
    public ValueTask<TokenVerdict> ValidateAsync(string token, CancellationToken cancellation)
    {
        if (token.Length is 0 or > MaxTokenLength)
        {
            return ValueTask.FromResult(Refuse(TokenRefusals.Unlisted, TokenFault.Header));
        }

        var key = TokenMemory.Key.Of(token);
        return memory.Find(key) is { } known ? ValueTask.FromResult<TokenVerdict>(known) : ValidateNewAsync(token, key, cancellation);
    }

    private async ValueTask<TokenVerdict> ValidateNewAsync(string token, TokenMemory.Key key, CancellationToken cancellation)
    {
        // INVARIANT: a token is read only to find its issuer until its signature holds.
        if (Read(token) is not { } unverified || !HeaderHolds(unverified))
        {
            return Refuse(TokenRefusals.Unlisted, TokenFault.Shape);
        }

        // A claim may be null whatever the library's annotations say.
        if (unverified.Issuer is not { Length: > 0 } name || !issuers.TryGetValue(name, out var issuer))
        {
            return Refuse(TokenRefusals.Unlisted, TokenFault.Issuer);
        }

        var verdict = await ValidateAsync(unverified, issuer, cancellation);
        if (verdict.Caller is not { } caller)
        {
            return Refuse(issuer.Options.Name, verdict.Fault);
        }

        memory.Remember(key, caller, new DateTimeOffset(unverified.ValidTo, TimeSpan.Zero));
        return caller;
    }

    private async ValueTask<TokenVerdict> ValidateAsync(JsonWebToken unverified, Issuer issuer, CancellationToken cancellation)
    {
        if (unverified.Kid is not { Length: > 0 } keyId || await issuer.Keys.FindAsync(keyId, cancellation) is not { } key)
        {
            return TokenFault.Signature;
        }

        var validated = await handler.ValidateTokenAsync(unverified, issuer.With(key));
        if (!validated.IsValid)
        {
            return FaultOf(validated.Exception);
        }

        if (TokenPayload.Of(unverified) is not { } payload)
        {
            return TokenFault.Shape;
        }

        if (IdTokenMarks.Any(payload.Has))
        {
            return TokenFault.Type;
        }

        var expires = new DateTimeOffset(unverified.ValidTo, TimeSpan.Zero);
        return !issuer.LifetimeHolds(payload.Instant("iat"), expires, clock.GetUtcNow())
            ? TokenFault.Lifetime
            : Confirmation.Bind(issuer.Read(payload, expires), payload, issuer.Options);
    }

    private TokenVerdict Refuse(string issuer, TokenFault fault)
    {
        refusals.Note(issuer, fault);
        return fault;
    }

    private static TokenFault FaultOf(Exception? thrown) => thrown switch
    {
        SecurityTokenInvalidTypeException => TokenFault.Type,
        SecurityTokenInvalidAudienceException => TokenFault.Audience,
        SecurityTokenExpiredException or SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException
            or SecurityTokenNotYetValidException => TokenFault.Lifetime,
        _ => TokenFault.Signature,
    };

    private static bool HeaderHolds(JsonWebToken token) =>
        !token.IsEncrypted
        && Json.Object(token.EncodedHeader, Strict) is { } header
        && !Unwanted.Any(name => header.TryGetProperty(name, out _));

    private static JsonWebToken? Read(string token)
    {
        try
        {
            return new JsonWebToken(token);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or JsonException)
        {
            return null;
        }
    }
}
