using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Taushet.Gateway.Options;
using Taushet.Storage.Files;
using Taushet.TestIssuers;

namespace Taushet.Gateway.Tests.Support;

/// <summary>An issuer shaped like Maskinporten, with every claim open to change.</summary>
internal sealed class TestIssuer : IDisposable
{
    public const string Name = "https://test.maskinporten.invalid/";
    public const string Audience = "https://taushet.test/";
    public const string KeyId = "test-1";
    private readonly TestKey persons = TestKey.Elliptic("persons-1");
    private readonly RSA rsa = RSA.Create(2048);

    public RsaSecurityKey Key => new(rsa) { KeyId = KeyId };

    public string PublicKeyPem => rsa.ExportSubjectPublicKeyInfoPem();

    public IssuerOptions Options(string keysFile)
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(false)) { KeyId = KeyId });
        var set = new { keys = new[] { new { kty = key.Kty, n = key.N, e = key.E, kid = KeyId, use = "sig" } } };
        File.WriteAllText(keysFile, JsonSerializer.Serialize(set));
        return new IssuerOptions { Name = "test", Issuer = Name, Audience = Audience, KeysFile = keysFile };
    }

    public string Issue(string organisation, DateTimeOffset now, Action<SecurityTokenDescriptor>? change = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            Expires = now.AddMinutes(2).UtcDateTime,
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object>
            {
                ["scope"] = "other:thing taushet:share",
                ["client_id"] = "client-1",
                ["jti"] = Guid.NewGuid().ToString("N"),
                ["consumer"] = Consumer("iso6523-actorid-upis", $"0192:{organisation}"),
            },
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    /// <summary>Lets a gateway on a data folder know the development issuer, by which persons are proven here.</summary>
    public void PublishPersons(string folder) =>
        File.WriteAllText(Path.Combine(folder, DataFiles.DevelopmentPublicKey), JsonSerializer.Serialize(persons.PublicJwk));

    /// <summary>A token that proves an employee of an organisation.</summary>
    public string Person(string organisation, DateTimeOffset now) => new TokenDraft
    {
        Sign = persons.Sign,
        Header = { ["alg"] = persons.Algorithm, ["kid"] = persons.Id, ["typ"] = "JWT" },
        Claims =
        {
            ["iss"] = "urn:taushet:development",
            ["aud"] = "urn:taushet:gateway",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(2).ToUnixTimeSeconds(),
            ["scope"] = "taushet:share",
            ["client_id"] = "client-1",
            ["consumer"] = Consumer("iso6523-actorid-upis", $"0192:{organisation}"),
            ["person"] = "employee-7",
        },
    }.Write();

    public static Dictionary<string, object> Consumer(string authority, string id) => new() { ["authority"] = authority, ["ID"] = id };

    public void Dispose()
    {
        rsa.Dispose();
        persons.Dispose();
    }
}
