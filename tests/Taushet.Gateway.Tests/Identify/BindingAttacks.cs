using Grpc.Core;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Ports;
using Taushet.TestIssuers;

namespace Taushet.Gateway.Tests.Identify;

/// <summary>Attacks on what a token is bound to: a key, a child, a unit, an organisation, a person.</summary>
internal static class BindingAttacks
{
    private static readonly string Revoked = People.Organisation(9);
    private const string Level = "helseid://claims/identity/security_level";
    private const string Pid = "helseid://claims/identity/pid";
    private const string Parent = "helseid://claims/client/claims/orgnr_parent";

    public static IEnumerable<Attack> All => [.. Schemes, .. Proofs, .. HelseId, .. Parties];

    private static IEnumerable<Attack> Schemes =>
    [
        new("a bound token as Bearer", TokenFault.Unbound, issuers => Issuers.Bearer(issuers.AsEmployee())),
        new("a bound token as Bearer with its proof", TokenFault.Unbound, issuers =>
        {
            var token = issuers.AsEmployee();
            return new Metadata { { "authorization", $"Bearer {token}" }, { "dpop", issuers.Proof(token) } };
        }),
        new("an unbound token by the DPoP scheme", TokenFault.Unbound, issuers =>
        {
            var token = issuers.AsSchool();
            return Issuers.Dpop(token, issuers.Proof(token));
        }),
        new("HelseID: a token bound to nothing", TokenFault.Unbound, issuers => Issuers.Bearer(issuers.AsEmployee(token => token.With("cnf", null)))),
        new("a token bound to a certificate that is not shown", TokenFault.Certificate, issuers => Issuers.Bearer(issuers.AsSchool(token =>
            token.With("cnf", new Dictionary<string, object?> { ["x5t#S256"] = "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2" })))),
    ];

    private static IEnumerable<Attack> Proofs =>
    [
        new("no proof", TokenFault.Proof, issuers => new Metadata { { "authorization", $"DPoP {issuers.AsEmployee()}" } }),
        new("two proofs", TokenFault.Proof, issuers =>
        {
            var token = issuers.AsEmployee();
            return new Metadata { { "authorization", $"DPoP {token}" }, { "dpop", issuers.Proof(token) }, { "dpop", issuers.Proof(token) } };
        }),
        new("a replayed proof", TokenFault.Replay, issuers => Dpop(issuers)) { Before = (issuers, headers) => issuers.CallAsync(headers) },
        new("another client's key", TokenFault.Proof, issuers => Dpop(issuers, key: issuers.OtherClient)),
        Proof("the key of the token, the signature of another", (issuers, proof) =>
        {
            proof.Sign = issuers.OtherClient.Sign;
            return proof;
        }),
        Proof("wrong htu: another host", (_, proof) => proof.With("htu", "https://other.test" + Issuers.Rpc)),
        Proof("wrong htu behind a proxy: the inner address", (issuers, proof) =>
            proof.With("htu", Gateway.Hosting.GatewayHost.AddressOf(issuers.Gateway.Host).GetLeftPart(UriPartial.Authority) + Issuers.Rpc)),
        Proof("wrong htu: http", (_, proof) => proof.With("htu", "http://taushet.test" + Issuers.Rpc)),
        Proof("wrong htu: another port", (_, proof) => proof.With("htu", "https://taushet.test:8443" + Issuers.Rpc)),
        Proof("wrong htu: another rpc", (_, proof) => proof.With("htu", Issuers.Origin + "/taushet.v1.SharingService/Preview")),
        Proof("wrong htu: a user before the host", (_, proof) => proof.With("htu", "https://taushet.test@evil.invalid" + Issuers.Rpc)),
        Proof("no htu", (_, proof) => proof.With("htu", null)),
        Proof("wrong htm", (_, proof) => proof.With("htm", "GET")),
        Proof("a proof too old", (issuers, proof) => proof.With("iat", issuers.Now.AddSeconds(-66).ToUnixTimeSeconds())),
        Proof("a proof of tomorrow", (issuers, proof) => proof.With("iat", issuers.Now.AddSeconds(6).ToUnixTimeSeconds())),
        Proof("a proof without time", (_, proof) => proof.With("iat", null)),
        Proof("the proof of another token", (_, proof) => proof.With("ath", "AAAA")),
        Proof("a proof of no token", (_, proof) => proof.With("ath", null)),
        Proof("a proof without id", (_, proof) => proof.With("jti", null)),
        Proof("a proof with an endless id", (_, proof) => proof.With("jti", new string('x', 300))),
        Proof("a proof of the wrong type", (_, proof) => proof.WithHeader("typ", "JWT")),
        Proof("a proof with alg none", (_, proof) =>
        {
            proof.Sign = _ => [];
            return proof.WithHeader("alg", "none");
        }),
        Proof("a proof with a symmetric alg", (_, proof) => proof.WithHeader("alg", "HS256")),
        Proof("a proof with the private key", (issuers, proof) => proof.WithHeader("jwk", issuers.Client.PrivateJwk)),
        Proof("a proof without key", (_, proof) => proof.WithHeader("jwk", null)),
        Proof("an oversized proof", (_, proof) => proof.With("padding", new string('x', 5000))),
    ];

    private static IEnumerable<Attack> HelseId =>
    [
        Employee("HelseID: level 3", TokenFault.Level, token => token.With(Level, "3")),
        Employee("HelseID: no level", TokenFault.Level, token => token.With(Level, null)),
        Employee("HelseID: level as a number", TokenFault.Level, token => token.With(Level, 4)),
        Employee("HelseID: no person but a subject", TokenFault.Claims, token => token.With(Pid, null)),
        Employee("HelseID: no organisation", TokenFault.Claims, token => token.With(Parent, null)),
        Employee("HelseID: scopes as one text", TokenFault.Scope, token => token.With("scope", "taushet:share")),
        Employee("HelseID: a health worker's number that is none", TokenFault.Claims, token => token.With("helseid://claims/hpr/hpr_number", "12a")),
        Attested("an attest of another practitioner", TokenFault.Claims, issuers =>
            HelseIdUnderTest.Attest(issuers.Now, People.Number(41), Town.School, Town.Known)),
        Attested("an attest of another organisation", TokenFault.Claims, issuers =>
            HelseIdUnderTest.Attest(issuers.Now, issuers.Practitioner, Town.Stranger, Town.Known)),
        Attested("an attest about nobody", TokenFault.Claims, issuers => HelseIdUnderTest.Attest(issuers.Now, issuers.Practitioner, Town.School)),
        Attested("an attest about another child", TokenFault.None, issuers =>
            HelseIdUnderTest.Attest(issuers.Now, issuers.Practitioner, Town.School, Town.Consenting)) with { Status = StatusCode.PermissionDenied },
        Attested("an attest older than 60 minutes", TokenFault.None, issuers =>
            HelseIdUnderTest.Attest(issuers.Now.AddMinutes(-60), issuers.Practitioner, Town.School, Town.Known)) with { Status = StatusCode.PermissionDenied },
    ];

    private static IEnumerable<Attack> Parties =>
    [
        new("a stolen token for another child", TokenFault.None, issuers =>
            Issuers.Bearer(issuers.Maskinporten.ForChild(issuers.Now, Town.School, Town.Consenting).Write())) { Status = StatusCode.PermissionDenied },
        new("another organisation's token", TokenFault.None, issuers =>
            Issuers.Bearer(issuers.Maskinporten.Token(issuers.Now, Town.Barnevern).Write())) { Status = StatusCode.PermissionDenied },
        new("a stranger's token with ours as supplier", TokenFault.None, issuers =>
            Issuers.Bearer(issuers.Maskinporten.Token(issuers.Now, Town.Stranger, supplier: Town.School).Write())) { Status = StatusCode.PermissionDenied },
        new("a service that is not registered", TokenFault.None, issuers => Issuers.Bearer(issuers.AsSchool()))
        {
            Status = StatusCode.PermissionDenied,
            Inquiry = () =>
            {
                var inquiry = Town.Plain(Town.Known, V1.Cell.ClinicalDiagnosis);
                inquiry.Receiver.Service = V1.Service.Police;
                return inquiry;
            },
        },
        new("a revoked participant", TokenFault.None, issuers => Issuers.Bearer(issuers.Maskinporten.Token(issuers.Now, Revoked).Write()))
        {
            Status = StatusCode.PermissionDenied,
            Before = (issuers, _) => RegisterAsync(issuers, -400, -1),
            Inquiry = AsRevoked,
        },
        new("a participant whose time has not come", TokenFault.None, issuers => Issuers.Bearer(issuers.Maskinporten.Token(issuers.Now, Revoked).Write()))
        {
            Status = StatusCode.PermissionDenied,
            Before = (issuers, _) => RegisterAsync(issuers, 1, 400),
            Inquiry = AsRevoked,
        },
        new("another organisation's unit", TokenFault.None, issuers =>
        {
            var token = issuers.HelseId.Machine(issuers.Now, Town.School, issuers.Client, Town.Barnevern).Write();
            return Issuers.Dpop(token, issuers.Proof(token));
        })
        { Status = StatusCode.PermissionDenied },
    ];

    private static V1.Inquiry AsRevoked()
    {
        var inquiry = Town.Plain(Town.Known, V1.Cell.ClinicalDiagnosis);
        inquiry.Receiver.OrganisationNumber = Revoked;
        return inquiry;
    }

    private static Task RegisterAsync(Issuers issuers, int from, int to)
    {
        var today = DateOnly.FromDateTime(issuers.Now.UtcDateTime);
        return issuers.Gateway.Store.Registrar.RegisterAsync(
            new Participant(
                Revoked,
                string.Empty,
                Core.Vocabulary.Service.PrimarySchool,
                Core.Vocabulary.ServiceForm.Municipal,
                "Unit",
                "00000000",
                null,
                today.AddDays(from),
                today.AddDays(to)),
            default);
    }

    private static Attack Proof(string name, Func<Issuers, TokenDraft, TokenDraft> change) =>
        new(name, TokenFault.Proof, issuers => Dpop(issuers, proof => change(issuers, proof)));

    private static Attack Employee(string name, TokenFault fault, Func<TokenDraft, TokenDraft> change) => new(name, fault, issuers =>
    {
        var token = issuers.AsEmployee(change);
        return Issuers.Dpop(token, issuers.Proof(token));
    });

    private static Attack Attested(string name, TokenFault fault, Func<Issuers, object> attest) => new(name, fault, issuers =>
    {
        var token = issuers.AsEmployee(made => made.With(HelseIdUnderTest.AttestClaim, attest(issuers)));
        return Issuers.Dpop(token, issuers.Proof(token));
    });

    private static Metadata Dpop(Issuers issuers, Func<TokenDraft, TokenDraft>? change = null, TestKey? key = null)
    {
        var token = issuers.AsEmployee();
        return Issuers.Dpop(token, issuers.Proof(token, change, key));
    }
}
