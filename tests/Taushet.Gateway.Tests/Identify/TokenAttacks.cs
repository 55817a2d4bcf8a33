using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Tests.Support;
using Taushet.TestIssuers;

namespace Taushet.Gateway.Tests.Identify;

/// <summary>Attacks on the token alone: its signature, its shape, its times, its claims.</summary>
internal static class TokenAttacks
{
    public static IEnumerable<Attack> All => [.. Signatures, .. Shapes, .. Times, .. Claims, .. OtherIssuers];

    private static IEnumerable<Attack> Signatures =>
    [
        School("alg none", TokenFault.Signature, token => Sign(token.WithHeader("alg", "none"), _ => [])),
        School("alg None, signed by nobody", TokenFault.Signature, token => Sign(token.WithHeader("alg", "None"), _ => [])),
        School("alg confusion: HS256 with the public key", TokenFault.Signature, (issuers, token) => Sign(
            token.WithHeader("alg", "HS256"),
            bytes => HMACSHA256.HashData(Encoding.ASCII.GetBytes(issuers.Maskinporten.Key.PublicPem), bytes))),
        School("HS256 with an empty secret", TokenFault.Signature, token => Sign(token.WithHeader("alg", "HS256"), bytes => HMACSHA256.HashData(Array.Empty<byte>(), bytes))),
        School("an algorithm that the key is not for", TokenFault.Signature, token => token.WithHeader("alg", "ES256")),
        School("an algorithm nobody knows", TokenFault.Signature, token => token.WithHeader("alg", "RS1")),
        School("no algorithm", TokenFault.Signature, token => token.WithHeader("alg", null)),
        School("key confusion: another issuer's key under its own id", TokenFault.Signature, (issuers, token) => Sign(token, issuers.Entra.Key.Sign)),
        School("an unknown key id", TokenFault.Signature, token => token.WithHeader("kid", "key-9")),
        School("no key id", TokenFault.Signature, token => token.WithHeader("kid", null)),
        School("kid injection: a path", TokenFault.Signature, token => token.WithHeader("kid", "../../../../dev/null")),
        School("kid injection: a statement", TokenFault.Signature, token => token.WithHeader("kid", "x' OR '1'='1")),
        School("kid of another type", TokenFault.Shape, token => token.WithHeader("kid", new[] { "key-1" })),
        School("a key of the token's own in jwk", TokenFault.Shape, (issuers, token) => Sign(token.WithHeader("jwk", issuers.Client.Bare), issuers.Client.Sign)),
        School("a key address of the token's own in jku", TokenFault.Shape, token => token.WithHeader("jku", "https://evil.invalid/jwks")),
        School("a certificate of the token's own in x5c", TokenFault.Shape, token => token.WithHeader("x5c", new[] { "AAAA" })),
        School("a header that must be understood", TokenFault.Shape, token => token.WithHeader("crit", new[] { "exp" }).WithHeader("exp", 1)),
        new("a flipped bit of the signature", TokenFault.Signature, issuers => Issuers.Bearer(Flip(issuers.AsSchool()))),
        new("a signature cut off", TokenFault.Signature, issuers => Issuers.Bearer(issuers.AsSchool()[..^40])),
        new("claims of one token under the signature of another", TokenFault.Signature, issuers =>
        {
            var mine = issuers.AsSchool().Split('.');
            var other = issuers.AsSchool(token => token.With("jti", "other")).Split('.');
            return Issuers.Bearer($"{mine[0]}.{other[1]}.{mine[2]}");
        }),
    ];

    private static IEnumerable<Attack> Shapes =>
    [
        new("no token", TokenFault.None, _ => []),
        new("an empty token", TokenFault.None, _ => new Metadata { { "authorization", "Bearer " } }),
        new("garbage", TokenFault.Shape, _ => Issuers.Bearer("garbage")),
        new("Basic", TokenFault.None, _ => new Metadata { { "authorization", "Basic dXNlcjpwYXNz" } }),
        new("two headers", TokenFault.None, issuers => new Metadata
        {
            { "authorization", $"Bearer {issuers.AsSchool()}" },
            { "authorization", $"Bearer {issuers.AsSchool()}" },
        }),
        new("an oversized header", TokenFault.Header, issuers => Issuers.Bearer(issuers.AsSchool(token => token.With("padding", new string('x', 6500))))),
        new("nested: a token within a token", TokenFault.Shape, issuers => Issuers.Bearer(Jws.Write(
            """{"alg":"RS256","kid":"key-1","cty":"JWT"}""", issuers.AsSchool(), issuers.Maskinporten.Key.Sign))),
        new("nested: as the claims themselves", TokenFault.Shape, issuers => Issuers.Bearer(Jws.Write(
            """{"alg":"RS256","kid":"key-1"}""", issuers.AsSchool(), issuers.Maskinporten.Key.Sign))),
        new("encrypted", TokenFault.Shape, issuers => Issuers.Bearer(issuers.AsSchool() + ".AAAA.AAAA")),
        new("claims twice, the first one right", TokenFault.Shape, issuers => Issuers.Bearer(Twice(issuers))),
        School("compressed", TokenFault.Shape, token => token.WithHeader("zip", "DEF")),
        School("a logout token", TokenFault.Type, token => token.WithHeader("typ", "logout+jwt")),
        School("a proof as a token", TokenFault.Type, token => token.WithHeader("typ", "dpop+jwt")),
    ];

    private static IEnumerable<Attack> Times =>
    [
        School("expired by a second", TokenFault.Lifetime, (issuers, token) => token
            .With("iat", issuers.Now.AddMinutes(-2).ToUnixTimeSeconds()).With("exp", issuers.Now.AddSeconds(-6).ToUnixTimeSeconds())),
        School("no expiry", TokenFault.Lifetime, token => token.With("exp", null)),
        School("for ever", TokenFault.Signature, token => token.With("exp", long.MaxValue)),
        School("longer than the issuer gives", TokenFault.Lifetime, (issuers, token) => token.With("exp", issuers.Now.AddHours(3).ToUnixTimeSeconds())),
        School("no issue time", TokenFault.Lifetime, token => token.With("iat", null)),
        School("made tomorrow", TokenFault.Lifetime, (issuers, token) => token.With("iat", issuers.Now.AddSeconds(60).ToUnixTimeSeconds())),
        School("not yet", TokenFault.Lifetime, (issuers, token) => token.With("nbf", issuers.Now.AddSeconds(60).ToUnixTimeSeconds())),
    ];

    private static IEnumerable<Attack> Claims =>
    [
        School("issuer without slash", TokenFault.Issuer, (issuers, token) => token.With("iss", issuers.Maskinporten.Name.TrimEnd('/'))),
        School("issuer in capitals", TokenFault.Issuer, (issuers, token) => token.With("iss", issuers.Maskinporten.Name.ToUpperInvariant())),
        School("an unknown issuer", TokenFault.Issuer, token => token.With("iss", "https://evil.invalid/")),
        School("the development issuer where it is not switched on", TokenFault.Issuer, token => token.With("iss", "urn:taushet:development")),
        School("audience swap: HelseID's", TokenFault.Audience, (issuers, token) => token.With("aud", issuers.HelseId.Audience)),
        School("no audience", TokenFault.Audience, token => token.With("aud", null)),
        School("an unspecified audience", TokenFault.Audience, token => token.With("aud", "unspecified")),
        School("two audiences, one right", TokenFault.Audience, (issuers, token) => token.With("aud", new[] { issuers.Maskinporten.Audience, "https://other.invalid/" })),
        School("no scope", TokenFault.Scope, token => token.With("scope", null)),
        School("a scope that begins as ours", TokenFault.Scope, token => token.With("scope", "taushet:shareholder")),
        School("scopes as HelseID writes them", TokenFault.Scope, token => token.With("scope", new[] { "taushet:share" })),
        School("no consumer", TokenFault.Claims, token => token.With("consumer", null)),
        School("a consumer of a foreign register", TokenFault.Claims, token => token.With(
            "consumer", new Dictionary<string, object?> { ["authority"] = "iso6523-actorid-upis", ["ID"] = $"0007:{Town.School}" })),
        School("a consumer that is no number", TokenFault.Claims, token => token.With("consumer", IssuerUnderTest.Iso6523("310000001"))),
        School("a supplier that cannot be read", TokenFault.Claims, token => token.With("supplier", "0192:310000000")),
        School("a client id that forges words of an entry", TokenFault.Claims, token => token.With("client_id", "x person:proven")),
        School("a binding that nobody can check", TokenFault.Claims, token => token.With("cnf", new Dictionary<string, object?> { ["kid"] = "x" })),
        new("a system user's token", TokenFault.SystemUser, issuers => Issuers.Bearer(issuers.Maskinporten.SystemUser(issuers.Now, Town.Stranger, Town.School).Write())),
        new("a system user's token with another detail beside it", TokenFault.Claims, issuers => Issuers.Bearer(TwoDetails(issuers).Write())),
        School("a token for a child that is no number", TokenFault.Claims, token => token.With("pid", "12345678901")),
        School("a token for a child given as a number", TokenFault.Claims, token => token.With("pid", 12345678901)),
        new("a consent token", TokenFault.Claims, issuers => Issuers.Bearer(issuers.Maskinporten.Consent(issuers.Now, Town.School, Town.Known).Write())),
    ];

    private static IEnumerable<Attack> OtherIssuers =>
    [
        new("Entra ID: another tenant", TokenFault.Issuer, issuers => Issuers.Bearer(issuers.OtherTenant.Employee(issuers.Now, Issuers.Oid, "caseworker").Write())),
        Entra("Entra ID: another tenant's id under our issuer", TokenFault.Tenant, token => token.With("tid", "77777777-5a4e-4f6e-9c53-2a0c3d0f7a11")),
        Entra("Entra ID: a token of version 1", TokenFault.Claims, token => token.With("ver", "1.0")),
        Entra("Entra ID: no role", TokenFault.Scope, token => token.With("roles", null)),
        Entra("Entra ID: roles by groups", TokenFault.Scope, token => token.With("roles", null).With("groups", new[] { "caseworker" })),
        Entra("Entra ID: no employee", TokenFault.Claims, token => token.With("oid", "everyone")),
        new("Entra ID: an id token", TokenFault.Type, issuers => Issuers.Bearer(issuers.Entra.IdToken(issuers.Now, Issuers.Oid, "caseworker").Write())),
        new("Entra ID: a machine with a caseworker's role", TokenFault.Scope, issuers => Issuers.Bearer(issuers.Entra.Machine(issuers.Now, "caseworker").Write())),
        new("Entra ID: an auditor asks for a child", TokenFault.None, issuers => Issuers.Bearer(issuers.Entra.Employee(issuers.Now, Issuers.Oid, "auditor").Write()))
        { Status = StatusCode.PermissionDenied },
        new("Entra ID: an administrator asks for a child", TokenFault.None, issuers => Issuers.Bearer(issuers.Entra.Employee(issuers.Now, Issuers.Oid, "administrator").Write()))
        { Status = StatusCode.PermissionDenied },
        new("ID-porten: a citizen asks as a service", TokenFault.None, issuers => Issuers.Bearer(issuers.IdPorten.Citizen(issuers.Now, Town.Known).Write()))
        { Status = StatusCode.PermissionDenied },
        new("ID-porten: an id token", TokenFault.Type, issuers => Issuers.Bearer(issuers.IdPorten.IdToken(issuers.Now, Town.Known).Write())),
        new("ID-porten: an id token dressed as an access token", TokenFault.Type, issuers => Issuers.Bearer(
            issuers.IdPorten.IdToken(issuers.Now, Town.Known).WithHeader("typ", "at+jwt").Write())),
        new("ID-porten: a substantial level", TokenFault.Level, issuers => Issuers.Bearer(
            issuers.IdPorten.Citizen(issuers.Now, Town.Known).With("acr", "idporten-loa-substantial").Write())),
    ];

    private static Attack School(string name, TokenFault fault, Func<TokenDraft, TokenDraft> change) =>
        new(name, fault, issuers => Issuers.Bearer(issuers.AsSchool(change)));

    private static Attack School(string name, TokenFault fault, Func<Issuers, TokenDraft, TokenDraft> change) =>
        new(name, fault, issuers => Issuers.Bearer(issuers.AsSchool(token => change(issuers, token))));

    private static Attack Entra(string name, TokenFault fault, Func<TokenDraft, TokenDraft> change) =>
        new(name, fault, issuers => Issuers.Bearer(change(issuers.Entra.Employee(issuers.Now, Issuers.Oid, "caseworker")).Write()));

    private static TokenDraft TwoDetails(Issuers issuers)
    {
        var token = issuers.Maskinporten.SystemUser(issuers.Now, Town.Stranger, Town.School);
        var details = (object[])token.Claims["authorization_details"]!;
        return token.With("authorization_details", new[] { details[0], details[0] });
    }

    private static TokenDraft Sign(TokenDraft token, Func<byte[], byte[]> sign)
    {
        token.Sign = sign;
        return token;
    }

    private static string Flip(string token) => token[..^8] + (token[^8] == 'A' ? 'B' : 'A') + token[^7..];

    private static string Twice(Issuers issuers)
    {
        var draft = issuers.Maskinporten.Token(issuers.Now, Town.Stranger);
        var claims = System.Text.Json.JsonSerializer.Serialize(draft.Claims);
        var ours = System.Text.Json.JsonSerializer.Serialize(IssuerUnderTest.Iso6523(Town.School));
        var twice = $"{claims[..^1]},\"consumer\":{ours}}}";
        return Jws.Write("""{"alg":"RS256","kid":"key-1"}""", twice, draft.Sign);
    }
}
