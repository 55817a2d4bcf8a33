using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Taushet.Gateway.Altinn;
using Taushet.Gateway.Tests.Support;

namespace Taushet.Gateway.Tests.Altinn;

/// <summary>Mints consent tokens as Altinn 3 shapes them, with every claim open to change, and reads them.</summary>
internal sealed class AltinnTokens : IDisposable
{
    public const string Issuer = "https://test.maskinporten.invalid/";
    public const string Audience = "https://taushet.test/";
    public const string Resource = "taushet-samtykke-ppt-sakkyndig";

    public static readonly DateTimeOffset Now = new(2026, 9, 1, 10, 0, 0, TimeSpan.Zero);
    public static readonly string Child = People.Number(1);
    public static readonly string Parent = People.Number(2);
    public static readonly string Receiver = People.Organisation(1);

    private readonly RSA rsa = RSA.Create(2048);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("taushet-altinn-");

    public AltinnTokens()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(false)) { KeyId = "altinn-1" });
        var set = new { keys = new[] { new { kty = key.Kty, n = key.N, e = key.E, kid = key.KeyId, use = "sig" } } };
        var keys = Path.Combine(folder.FullName, "keys.json");
        File.WriteAllText(keys, JsonSerializer.Serialize(set));
        Options = new AltinnOptions
        {
            Issuer = Issuer,
            Audience = Audience,
            KeysFile = keys,
            CatalogueFile = Path.Combine(TestGateway.PoliciesFolder, "altinn-consents.json"),
        };
        Consents = new AltinnConsents(Options);
    }

    public AltinnOptions Options { get; }

    public IAltinnConsents Consents { get; }

    public static AltinnExpectation Expected(string? giver = null) => new(Child, giver ?? Child, Receiver, Now);

    /// <summary>The options of a gateway whose catalogue also knows what the school may be told of by psychiatry.</summary>
    public AltinnOptions WithSchool()
    {
        var catalogue = Path.Combine(folder.FullName, "catalogue.json");
        File.WriteAllText(catalogue, $$"""
            {
              "resources": [
                {
                  "resource": "{{Resource}}", "area": "health", "holders": ["BUP"], "receivers": ["SKO"],
                  "cells": ["X_MED/diagnosis"], "purposes": ["adapt-teaching"], "metadata": { "saksreferanse": "reference" }
                }
              ]
            }
            """);
        return Options with { CatalogueFile = catalogue };
    }

    /// <summary>The claims of a good token that a person has given to an organisation.</summary>
    public static JsonObject Claims(string receiver, string from)
    {
        var claims = Claims();
        claims["consumer"]!["ID"] = $"0192:{receiver}";
        claims["authorization_details"]![0]!["to"]!["ID"] = $"0192:{receiver}";
        claims["authorization_details"]![0]!["from"] = $"urn:altinn:person:identifier-no:{from}";
        return claims;
    }

    /// <summary>The claims of a good token.</summary>
    public static JsonObject Claims() => JsonNode.Parse($$"""
        {
          "iss": "{{Issuer}}", "aud": "{{Audience}}", "exp": {{Now.AddMinutes(2).ToUnixTimeSeconds()}}, "iat": {{Now.ToUnixTimeSeconds()}},
          "consumer": { "authority": "iso6523-actorid-upis", "ID": "0192:{{Receiver}}" },
          "authorization_details": [
            {
              "type": "urn:altinn:consent",
              "id": "6a6a3bb6-1e3c-4c9a-8a1c-1b9c2f4b7d10",
              "from": "urn:altinn:person:identifier-no:{{Child}}",
              "to": { "authority": "iso6523-actorid-upis", "ID": "0192:{{Receiver}}" },
              "consented": "2026-08-30T09:00:00+02:00",
              "validTo": "2026-12-31T23:59:59+01:00",
              "consentRights": [
                {
                  "action": ["consent"],
                  "resource": [{ "type": "urn:altinn:resource", "value": "{{Resource}}" }],
                  "metadata": { "saksreferanse": "2026/17" }
                }
              ]
            }
          ]
        }
        """)!.AsObject();

    public string Sign(JsonObject claims, string algorithm = SecurityAlgorithms.RsaSha256) =>
        new JsonWebTokenHandler().CreateToken(
            claims.ToJsonString(), new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = "altinn-1" }, algorithm));

    public Task<AltinnReading> ReadAsync(Action<JsonObject>? change = null, AltinnExpectation? expected = null)
    {
        var claims = Claims();
        change?.Invoke(claims);
        return Consents.ReadAsync(Sign(claims), expected ?? Expected(), default).AsTask();
    }

    public void Dispose()
    {
        rsa.Dispose();
        folder.Delete(recursive: true);
    }
}
