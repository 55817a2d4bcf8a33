using System.Security.Cryptography;
using System.Text.Json;
using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Taushet.Gateway.Identify;
using Taushet.Storage.Files;

namespace Taushet.Gateway.Tests.Support;

/// <summary>Tokens of the development issuer: those of Maskinporten with roles and a person.</summary>
internal sealed class DevelopmentTokens : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly TestGateway gateway;

    public DevelopmentTokens(TestGateway gateway)
    {
        this.gateway = gateway;
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(key) { KeyId = "dev-1" });
        var shown = new { kty = jwk.Kty, crv = jwk.Crv, x = jwk.X, y = jwk.Y, kid = "dev-1", use = "sig", alg = "ES256" };
        File.WriteAllText(Path.Combine(gateway.Folder, DataFiles.DevelopmentPublicKey), JsonSerializer.Serialize(shown));
    }

    /// <summary>An employee of an organisation in a role.</summary>
    public Metadata As(string organisation, params string[] roles) => Header(organisation, claims => claims["roles"] = roles);

    /// <summary>A person who sees its own.</summary>
    public Metadata Citizen(string number) => Header(Town.Stranger, claims =>
    {
        claims["roles"] = new[] { "citizen" };
        claims["pid"] = number;
    });

    public void Dispose() => key.Dispose();

    private Metadata Header(string organisation, Action<Dictionary<string, object>> change)
    {
        var claims = new Dictionary<string, object>
        {
            ["scope"] = "taushet:share",
            ["client_id"] = "development-client",
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["consumer"] = TestIssuer.Consumer("iso6523-actorid-upis", $"0192:{organisation}"),
        };
        change(claims);
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = DevelopmentIssuer.Options.Issuer,
            Audience = DevelopmentIssuer.Options.Audience,
            IssuedAt = gateway.Clock.Now.UtcDateTime,
            Expires = gateway.Clock.Now.AddMinutes(2).UtcDateTime,
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = "dev-1" }, SecurityAlgorithms.EcdsaSha256),
            Claims = claims,
        });
        return new Metadata { { "authorization", $"Bearer {token}" } };
    }
}
