using Microsoft.Extensions.DependencyInjection;
using Taushet.Gateway.Identify;

namespace Taushet.Gateway.Tests.Identify;

public sealed class AttackTests
{
    private static readonly string[] Listed = [TokenRefusals.Unlisted, "test", "maskinporten", "helseid", "entra", "idporten"];

    /// <summary>
    /// INVARIANT: a refused token is told of by its issuer's short name and a code, never by anything in it. So are these, of
    /// which each row is refused and logged without secrets:
    /// INVARIANT: a token is read only to find its issuer until its signature holds.
    /// INVARIANT: a token for another audience, or for several, is refused whatever the audience rule.
    /// INVARIANT: a token of HelseID is bound to a key unless its client is named as an exception.
    /// INVARIANT: a token that is bound to a key is never accepted without that key's proof.
    /// INVARIANT: a key that brings a private part, or a secret, is no proof's key.
    /// INVARIANT: a proof is used once, on whichever node, and never when that cannot be told.
    /// INVARIANT: the address in a proof is held against the configured public origin, never against headers of the call.
    /// INVARIANT: a claim that HelseID was not asked for is missing, and what is missing permits nothing.
    /// INVARIANT: a machine of a tenant is a system and nothing else, whatever roles it was given.
    /// INVARIANT: a token that names a child or a unit opens nothing for another.
    /// INVARIANT: an attest opens nothing for a child it does not name, nor after 60 minutes.
    /// </summary>
    [Fact]
    public async Task Attacks_EachRow_RefusedCountedAndLoggedWithoutSecrets()
    {
        await using var issuers = await Issuers.StartAsync();
        var refusals = issuers.Gateway.Host.Services.GetRequiredService<TokenRefusals>();
        List<Attack> attacks = [.. TokenAttacks.All, .. BindingAttacks.All];
        attacks.Count.ShouldBeGreaterThanOrEqualTo(60);
        attacks.Select(attack => attack.Name).ShouldBeUnique();
        var wrong = new List<string>();
        foreach (var attack in attacks)
        {
            var headers = attack.Headers(issuers);
            await (attack.Before?.Invoke(issuers, headers) ?? Task.CompletedTask);
            var before = Count(refusals, attack.Fault);
            var error = await issuers.CallAsync(headers, attack.Inquiry?.Invoke());

            if (error?.StatusCode != attack.Status || Count(refusals, attack.Fault) - before != (attack.Fault == TokenFault.None ? 0 : 1))
            {
                wrong.Add($"{attack.Name}: {error?.StatusCode.ToString() ?? "answered"}, {string.Join(' ', Faults(refusals))}");
            }

            wrong.AddRange(Secrets(headers).Where(secret => Told(issuers, secret)).Select(_ => $"{attack.Name}: stands in a log line"));
        }

        wrong.ShouldBeEmpty();
        issuers.Gateway.Source.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task RightTokens_OfEachIssuer_Answered()
    {
        await using var issuers = await Issuers.StartAsync();
        var employee = issuers.AsEmployee();
        var attested = issuers.AsEmployee(token => token.With(
            TestIssuers.HelseIdUnderTest.AttestClaim,
            TestIssuers.HelseIdUnderTest.Attest(issuers.Now.AddMinutes(-59), issuers.Practitioner, Support.Town.School, Support.Town.Known)));
        var machine = issuers.HelseId.Machine(issuers.Now, Support.Town.School, issuers.Client).Write();

        (await issuers.CallAsync(Issuers.Bearer(issuers.AsSchool()))).ShouldBeNull();
        (await issuers.CallAsync(Issuers.Bearer(issuers.AsSchool(token => token.WithHeader("typ", "JWT"))))).ShouldBeNull();
        (await issuers.CallAsync(Issuers.Bearer(issuers.Maskinporten.ForChild(issuers.Now, Support.Town.School, Support.Town.Known).Write()))).ShouldBeNull();
        (await issuers.CallAsync(Issuers.Dpop(employee, issuers.Proof(employee)))).ShouldBeNull();
        (await issuers.CallAsync(Issuers.Dpop(employee, issuers.Proof(employee)))).ShouldBeNull();
        (await issuers.CallAsync(Issuers.Dpop(attested, issuers.Proof(attested)))).ShouldBeNull();
        (await issuers.CallAsync(Issuers.Dpop(machine, issuers.Proof(machine)))).ShouldBeNull();
        (await issuers.CallAsync(Issuers.Bearer(issuers.Entra.Employee(issuers.Now, Issuers.Oid, "caseworker").Write()))).ShouldBeNull();
        (await issuers.CallAsync(Issuers.Bearer(issuers.Entra.Machine(issuers.Now, "system").Write()))).ShouldBeNull();
    }

    private static IEnumerable<string> Secrets(Grpc.Core.Metadata headers) =>
        headers.SelectMany(header => header.Value.Split(' ', '.')).Where(part => part.Length > 20);

    private static bool Told(Issuers issuers, string secret) =>
        issuers.Gateway.Sink.Lines.Any(line => line.Contains(secret, StringComparison.Ordinal));

    private static long Count(TokenRefusals refusals, TokenFault fault) => Listed.Sum(issuer => refusals.Of(issuer, fault));

    private static IEnumerable<string> Faults(TokenRefusals refusals) =>
        Enum.GetValues<TokenFault>().Where(fault => Count(refusals, fault) > 0).Select(fault => $"{fault}={Count(refusals, fault)}");
}
