using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Identify.Keys;
using Taushet.Gateway.Identify.Proofs;
using Taushet.Gateway.Options;
using Taushet.Storage;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite;
using Taushet.TestIssuers;

namespace Taushet.Benchmarks.Tokens;

/// <summary>What a token costs a call once its issuer's keys are cached: never seen before, and seen a moment ago; Bearer and with a proof.</summary>
internal static class TokenRun
{
    private const string Origin = "https://taushet.test";
    private const string Rpc = "/taushet.v1.SharingService/RequestInformation";
    private const string Organisation = "310000000";
    private const int Least = 200;

    /// <summary>Runs it.</summary>
    /// <param name="rest">How many calls of each kind; 2000 when not given.</param>
    public static async Task<int> RunAsync(string[] rest)
    {
        var count = rest is [var text] ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 2000;
        var folder = Directory.CreateTempSubdirectory("taushet-tokens-");
        try
        {
            await using var store = Open(folder.FullName);
            using var maskinporten = new MaskinportenUnderTest("https://taushet.test/");
            using var helseId = new HelseIdUnderTest("nhn:taushet");
            using var client = TestKey.Elliptic("client");
            var parts = new Parts(maskinporten, helseId, store.Proofs);

            // What is made before the store's first use is refused: that must come before the proofs of the run.
            var begun = DateTimeOffset.UtcNow;
            await store.Proofs.UseAsync(new ProofUse(new byte[32], begun, begun, begun), default);
            await MeasureAsync(parts, maskinporten, helseId, client, Math.Max(count, Least));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(Parts parts, MaskinportenUnderTest maskinporten, HelseIdUnderTest helseId, TestKey client, int count)
    {
        var now = DateTimeOffset.UtcNow;
        var bearers = Enumerable.Range(0, count).Select(_ => maskinporten.Token(now, Organisation).Write()).ToList();
        Tell("Bearer, new token", await EachAsync(bearers, async token => Require(await parts.Validator.ValidateAsync(token, default))));
        Tell("Bearer, remembered token", await EachAsync(bearers, async token => Require(await parts.Validator.ValidateAsync(token, default))));

        var bound = helseId.Machine(now, Organisation, client).Write();
        var proofs = Proofs(Enumerable.Repeat(bound, count), client, now);
        Tell("DPoP, remembered token", await EachAsync(proofs, pair => ProveAsync(parts, pair, client)));
        var many = Enumerable.Range(0, count).Select(_ => helseId.Machine(now, Organisation, client).Write());
        Tell("DPoP, new token", await EachAsync(Proofs(many, client, now), pair => ProveAsync(parts, pair, client)));
    }

    private static List<(string Token, string Proof)> Proofs(IEnumerable<string> tokens, TestKey client, DateTimeOffset now) =>
        [.. tokens.Select(token => (token, ProofDraft.Of(client, token, Origin + Rpc, now).Write()))];

    private static async Task ProveAsync(Parts parts, (string Token, string Proof) pair, TestKey client)
    {
        Require(await parts.Validator.ValidateAsync(pair.Token, default));
        var request = new ProofRequest(new StringValues(pair.Proof), pair.Token, client.Thumbprint, "POST", Rpc);
        if (await parts.Proofs.CheckAsync(request, default) is not TokenFault.None and var fault)
        {
            throw new InvalidOperationException($"A right proof was refused: {fault}.");
        }
    }

    private static void Require(TokenVerdict verdict)
    {
        if (verdict.Caller is null)
        {
            throw new InvalidOperationException($"A right token was refused: {verdict.Fault}.");
        }
    }

    // The first tenth warms up.
    private static async Task<double[]> EachAsync<T>(List<T> items, Func<T, Task> work)
    {
        var times = new List<double>(items.Count);
        foreach (var item in items)
        {
            var start = Stopwatch.GetTimestamp();
            await work(item);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return [.. times.Skip(items.Count / 10).Order()];
    }

    private static void Tell(string what, double[] ordered) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-26} median {ordered[ordered.Length / 2],8:0.0} us   p95 {ordered[ordered.Length * 95 / 100],8:0.0} us   n {ordered.Length}"));

    private static SqliteStore Open(string folder)
    {
        var random = RandomNumberGenerator.GetBytes(2 * StoreKeys.Size);
        var options = new SqliteStoreOptions
        {
            Path = Path.Combine(folder, "taushet.db"),
            Keys = new StoreKeys(random.AsSpan(0, StoreKeys.Size), random.AsSpan(StoreKeys.Size)),
        };
        SqliteStore.Migrate(options, TimeProvider.System);
        return SqliteStore.Open(options);
    }

    private sealed class Parts
    {
        public Parts(MaskinportenUnderTest maskinporten, HelseIdUnderTest helseId, IProofStore store)
        {
            Issuer[] issuers = [IssuerOf(maskinporten, IssuerKind.Maskinporten), IssuerOf(helseId, IssuerKind.HelseId)];
            Validator = new TokenValidator(
                issuers,
                new TokenMemory(TimeProvider.System),
                new TokenRefusals(NullLogger<TokenRefusals>.Instance),
                TimeProvider.System);

            // The proofs of a long run are made before the first is used.
            var options = new GatewayOptions { PublicOrigin = Origin, ProofWindow = TimeSpan.FromMinutes(5) };
            Proofs = new ProofValidator(new ProofKeys(), store, options, TimeProvider.System);
        }

        public TokenValidator Validator { get; }

        public ProofValidator Proofs { get; }

        private static Issuer IssuerOf(IssuerUnderTest issuer, IssuerKind kind) => Issuer.Of(
            new IssuerOptions { Name = kind.ToString(), Kind = kind, Issuer = issuer.Name, Audience = issuer.Audience },
            KeySet.Parse(issuer.KeySet),
            TimeProvider.System);
    }
}
