using System.Text;
using System.Text.Json;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Identify;

public sealed class TokenTests
{
    private static readonly Dictionary<string, Func<TestIssuer, DateTimeOffset, string?>> Bad = new()
    {
        ["missing"] = (_, _) => null,
        ["garbage"] = (_, _) => "garbage",
        ["no issuer"] = (_, _) => $"{Base64UrlEncoder.Encode("""{"alg":"RS256"}""")}.{Base64UrlEncoder.Encode("{}")}.AAAA",
        ["null issuer"] = (_, _) => Raw("""{"iss":null}"""),
        ["issuer of another type"] = (_, _) => Raw("""{"iss":{"a":[1]},"exp":"x"}"""),
        ["expiry without end"] = (_, _) => Raw($$"""{"iss":"{{TestIssuer.Name}}","exp":1e300,"aud":7}"""),
        ["claims are a list"] = (_, _) => Raw("[1]"),
        ["empty parts"] = (_, _) => "..",
        ["encrypted"] = (_, _) => Raw("{}") + ".AAAA.AAAA",
        ["not base64"] = (_, _) => "%.!.?",
        ["for ever"] = (issuer, now) => issuer.Issue(Town.School, now, token =>
        {
            token.Expires = null;
            token.Claims["exp"] = long.MaxValue;
        }),
        ["claims of other types"] = (issuer, now) => issuer.Issue(Town.School, now, token =>
        {
            token.Claims["scope"] = new[] { "taushet:share" };
            token.Claims["client_id"] = 7;
        }),
        ["expired"] = (issuer, now) => issuer.Issue(Town.School, now.AddMinutes(-10)),
        ["not yet"] = (issuer, now) => issuer.Issue(Town.School, now, token => token.NotBefore = now.AddMinutes(1).UtcDateTime),
        ["no expiry"] = (issuer, now) => issuer.Issue(Town.School, now, token => token.Expires = null),
        ["wrong audience"] = (issuer, now) => issuer.Issue(Town.School, now, token => token.Audience = "https://other/"),
        ["two audiences"] = (issuer, now) => issuer.Issue(Town.School, now, token =>
        {
            token.Audience = null;
            token.Claims["aud"] = new[] { TestIssuer.Audience, "https://other/" };
        }),
        ["no audience"] = (issuer, now) => issuer.Issue(Town.School, now, token => token.Audience = null),
        ["wrong issuer"] = (issuer, now) => issuer.Issue(Town.School, now, token => token.Issuer = "https://evil/"),
        ["alg none"] = (_, now) => Unsigned(now),
        ["hs256 with the public key"] = (issuer, now) => issuer.Issue(Town.School, now, token => token.SigningCredentials =
            new SigningCredentials(
                new SymmetricSecurityKey(Encoding.ASCII.GetBytes(issuer.PublicKeyPem)) { KeyId = TestIssuer.KeyId },
                SecurityAlgorithms.HmacSha256)),
        ["another key"] = (_, now) => AnotherKey(now),
        ["wrong type"] = (issuer, now) => issuer.Issue(Town.School, now, token => token.TokenType = "logout+jwt"),
        ["flipped signature"] = (issuer, now) => Flip(issuer.Issue(Town.School, now)),
        ["no scope"] = (issuer, now) => issuer.Issue(Town.School, now, token => token.Claims.Remove("scope")),
        ["other scope"] = (issuer, now) => issuer.Issue(Town.School, now, token => token.Claims["scope"] = "taushet:shareholder"),
        ["no consumer"] = (issuer, now) => issuer.Issue(Town.School, now, token => token.Claims.Remove("consumer")),
        ["other authority"] = (issuer, now) => issuer.Issue(Town.School, now, token =>
            token.Claims["consumer"] = TestIssuer.Consumer("other", $"0192:{Town.School}")),
        ["other scheme"] = (issuer, now) => issuer.Issue(Town.School, now, token =>
            token.Claims["consumer"] = TestIssuer.Consumer("iso6523-actorid-upis", $"0007:{Town.School}")),
        ["no client"] = (issuer, now) => issuer.Issue(Town.School, now, token => token.Claims.Remove("client_id")),
    };

    [Fact]
    public async Task BadTokens_EachKind_Unauthenticated()
    {
        await using var gateway = await TestGateway.StartAsync();
        foreach (var (name, make) in Bad)
        {
            var token = make(gateway.Issuer, gateway.Clock.Now);
            var error = await CallAsync(gateway, token);
            error.ShouldNotBeNull(name).StatusCode.ShouldBe(StatusCode.Unauthenticated, name);
        }

        (await CallAsync(gateway, gateway.Issuer.Issue(Town.School, gateway.Clock.Now))).ShouldBeNull();
        (await CallAsync(gateway, gateway.Issuer.Issue(Town.School, gateway.Clock.Now, token => token.TokenType = "at+jwt")))
            .ShouldBeNull();
        gateway.Source.Calls.ShouldBeEmpty();
        gateway.Sink.Lines.ShouldAllBe(line => !line.Contains("Exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RememberedToken_PastItsExpiry_Unauthenticated()
    {
        await using var gateway = await TestGateway.StartAsync();
        var token = gateway.Issuer.Issue(Town.School, gateway.Clock.Now, made => made.Expires = gateway.Clock.Now.AddSeconds(20).UtcDateTime);
        (await CallAsync(gateway, token)).ShouldBeNull();

        gateway.Clock.Now += TimeSpan.FromSeconds(30);

        (await CallAsync(gateway, token)).ShouldNotBeNull().StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    /// <summary>INVARIANT: the table cannot grow beyond kinds times rpcs; it holds no value of any call.</summary>
    [Fact]
    public async Task Attempts_BadTokens_CountedByKind()
    {
        await using var gateway = await TestGateway.StartAsync();
        await CallAsync(gateway, null);
        await CallAsync(gateway, "garbage");
        await CallAsync(gateway, "garbage");

        var attempts = (Gateway.Identify.Attempts)gateway.Host.Services.GetService(typeof(Gateway.Identify.Attempts))!;
        attempts.Of(Gateway.Identify.AttemptKind.NoToken, "/taushet.v1.SharingService/RequestInformation").ShouldBe(1);
        attempts.Of(Gateway.Identify.AttemptKind.BadToken, "/taushet.v1.SharingService/RequestInformation").ShouldBe(2);
    }

    private static async Task<RpcException?> CallAsync(TestGateway gateway, string? token)
    {
        var headers = new Metadata();
        if (token is not null)
        {
            headers.Add("authorization", $"Bearer {token}");
        }

        try
        {
            await gateway.Client.RequestInformationAsync(
                Town.Request(Town.Plain(Town.Known, Cell.ClinicalDiagnosis)),
                headers);
            return null;
        }
        catch (RpcException error)
        {
            return error;
        }
    }

    private static string Raw(string claims) =>
        $"{Base64UrlEncoder.Encode("""{"alg":"RS256","typ":"JWT","kid":"test-1"}""")}.{Base64UrlEncoder.Encode(claims)}.AAAA";

    private static string Unsigned(DateTimeOffset now)
    {
        static string Part(string json) => Base64UrlEncoder.Encode(json);
        var claims = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["iss"] = TestIssuer.Name,
            ["aud"] = TestIssuer.Audience,
            ["exp"] = now.AddMinutes(2).ToUnixTimeSeconds(),
            ["scope"] = "taushet:share",
            ["client_id"] = "client-1",
            ["consumer"] = TestIssuer.Consumer("iso6523-actorid-upis", $"0192:{Town.School}"),
        });
        return $"{Part("""{"alg":"none","typ":"JWT"}""")}.{Part(claims)}.";
    }

    private static string AnotherKey(DateTimeOffset now)
    {
        using var other = new TestIssuer();
        return other.Issue(Town.School, now);
    }

    private static string Flip(string token) => token[..^8] + (token[^8] == 'A' ? 'B' : 'A') + token[^7..];
}
