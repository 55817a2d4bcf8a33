using System.Collections.Frozen;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Taushet.Gateway.Logging;

namespace Taushet.Gateway.Identify;

/// <summary>Validates access tokens of the listed issuers.</summary>
internal sealed class TokenValidator(IEnumerable<Issuer> issuers, TokenMemory memory, ILogger<TokenValidator> logger)
{
    private const int MaxTokenLength = 8192;

    // One text for every fault: what is wrong with a token is nobody's business but the issuer's.
    private static readonly AuthenticateResult Refused = AuthenticateResult.Fail("The token does not hold.");

    private readonly FrozenDictionary<string, Issuer> issuers =
        issuers.ToFrozenDictionary(issuer => issuer.Options.Issuer, StringComparer.Ordinal);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxTokenLength };

    /// <summary>Validates one token.</summary>
    public ValueTask<AuthenticateResult> ValidateAsync(string token)
    {
        if (token.Length is 0 or > MaxTokenLength)
        {
            return ValueTask.FromResult(Refused);
        }

        var key = TokenMemory.Key.Of(token);
        return memory.Find(key) is { } known ? ValueTask.FromResult(known) : ValidateNewAsync(token, key);
    }

    private async ValueTask<AuthenticateResult> ValidateNewAsync(string token, TokenMemory.Key key)
    {
        // A claim may be null whatever the library's annotations say.
        if (Read(token) is not { Issuer: { Length: > 0 } name } unverified || !issuers.TryGetValue(name, out var issuer))
        {
            return Refused;
        }

        var validated = await handler.ValidateTokenAsync(unverified, issuer.Parameters);
        if (!validated.IsValid)
        {
            if (validated.Exception is InvalidOperationException fault)
            {
                logger.KeysUnreadable(issuer.Options.Name, fault.GetType().Name);
            }

            return Refused;
        }

        var caller = TokenClaims.Read(unverified, issuer.Options);
        if (caller is null)
        {
            return Refused;
        }

        var result = AuthenticateResult.Success(
            new AuthenticationTicket(new CallerPrincipal(caller), TokenAuthentication.SchemeName));
        memory.Remember(key, result, new DateTimeOffset(unverified.ValidTo, TimeSpan.Zero));
        return result;
    }

    private static JsonWebToken? Read(string token)
    {
        try
        {
            return new JsonWebToken(token);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
