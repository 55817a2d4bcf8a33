using System.Globalization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Taushet.Cli.Tokens;

/// <summary>Mints access tokens shaped like those of Maskinporten. For development: a gateway accepts them only there.</summary>
/// <param name="key">The signing key, with its private part.</param>
/// <param name="clock">The clock that tokens are dated by.</param>
public sealed class DevelopmentIssuer(JsonWebKey key, TimeProvider clock)
{
    /// <summary>The issuer's name in <c>iss</c>.</summary>
    public const string Name = "urn:taushet:development";

    /// <summary>The gateway's name in <c>aud</c>.</summary>
    public const string Audience = "urn:taushet:gateway";

    /// <summary>The scope that lets a system ask.</summary>
    public const string Scope = "taushet:share";

    /// <summary>The employee whom a token proves, so that every rule can be tried: on a developer's machine there is no other issuer.</summary>
    public const string Person = "developer";

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly SigningCredentials credentials = new(key, SecurityAlgorithms.EcdsaSha256);

    /// <summary>Mints one token.</summary>
    /// <param name="organisation">The calling organisation's number, nine digits.</param>
    /// <param name="clientId">The calling system's id.</param>
    /// <param name="lifetime">How long it holds; positive.</param>
    /// <param name="tokenId">The token's id.</param>
    /// <param name="audience">Whom it is for.</param>
    /// <param name="roles">Roles of an employee, by the codes of CallerKind; none: a machine.</param>
    /// <param name="nationalNumber">The number of the person who is proven, such as a citizen's; null: none.</param>
    /// <returns>The compact form.</returns>
    public string Mint(
        string organisation,
        string clientId,
        TimeSpan lifetime,
        Guid tokenId,
        string audience = Audience,
        IReadOnlyCollection<string>? roles = null,
        string? nationalNumber = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        var now = clock.GetUtcNow();
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = Name,
            ["aud"] = audience,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
            ["jti"] = tokenId.ToString("D", CultureInfo.InvariantCulture),
            ["scope"] = Scope,
            ["client_id"] = clientId,
            ["person"] = Person,
            ["consumer"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["authority"] = "iso6523-actorid-upis",
                ["ID"] = "0192:" + organisation,
            },
        };
        if (roles is { Count: > 0 })
        {
            claims["roles"] = roles;
        }

        if (nationalNumber is not null)
        {
            claims["pid"] = nationalNumber;
        }

        return handler.CreateToken(new SecurityTokenDescriptor { SigningCredentials = credentials, Claims = claims });
    }
}
