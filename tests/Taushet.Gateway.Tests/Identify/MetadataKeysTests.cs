using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Protocols;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Identify.Keys;
using Taushet.Gateway.Options;
using Taushet.TestIssuers;

namespace Taushet.Gateway.Tests.Identify;

public sealed class MetadataKeysTests : IDisposable
{
    private readonly MaskinportenUnderTest issuer = new("https://taushet.test/");
    private readonly Documents documents;
    private readonly Monotonic clock = new();
    private readonly MetadataKeys keys;

    public MetadataKeysTests()
    {
        documents = new Documents(issuer);
        keys = new MetadataKeys(
            new IssuerOptions { Name = "maskinporten", Issuer = issuer.Name, MetadataAddress = issuer.MetadataAddress },
            documents,
            new MachineClock(clock),
            NullLogger<MetadataKeys>.Instance);
    }

    public void Dispose() => issuer.Dispose();

    [Fact]
    public async Task FindAsync_MetadataOfMaskinporten_ReadOnceForAllTokens()
    {
        for (var token = 0; token < 100; token++)
        {
            (await FindAsync("key-1")).ShouldBeTrue();
        }

        documents.Reads.ShouldBe(1);
    }

    /// <summary>INVARIANT: an issuer whose metadata cannot be read keeps the keys it had and gets none.</summary>
    [Fact]
    public async Task FindAsync_MetadataLost_CachedKeysHoldAndNoneIsAdded()
    {
        (await FindAsync("key-1")).ShouldBeTrue();
        documents.Lost = true;
        issuer.Rotate("key-2");
        clock.Elapsed += TimeSpan.FromDays(3);

        (await FindAsync("key-1")).ShouldBeTrue();
        (await FindAsync("key-2")).ShouldBeFalse();
        (await FindAsync("key-1")).ShouldBeTrue();
    }

    [Fact]
    public async Task FindAsync_MetadataNeverThere_NoKey()
    {
        documents.Lost = true;

        (await FindAsync("key-1")).ShouldBeFalse();
    }

    [Fact]
    public async Task FindAsync_MetadataOfAnotherIssuer_NoKeyOfIt()
    {
        (await FindAsync("key-1")).ShouldBeTrue();
        documents.Names = "https://evil.invalid/";
        issuer.Rotate("key-2");
        clock.Elapsed += TimeSpan.FromMinutes(1);

        (await FindAsync("key-2")).ShouldBeFalse();
        (await FindAsync("key-1")).ShouldBeTrue();
    }

    [Fact]
    public async Task FindAsync_RotatedKey_FirstTokenUnderItHolds()
    {
        (await FindAsync("key-1")).ShouldBeTrue();
        clock.Elapsed += TimeSpan.FromMinutes(1);
        issuer.Rotate("key-2");

        (await FindAsync("key-2")).ShouldBeTrue();
        (await FindAsync("key-1")).ShouldBeTrue();
        documents.Reads.ShouldBe(2);
    }

    /// <summary>INVARIANT: unknown key ids make at most one read in 30 seconds, however many tokens name them.</summary>
    [Fact]
    public async Task FindAsync_ManyUnknownKeys_NoStorm()
    {
        (await FindAsync("key-1")).ShouldBeTrue();
        clock.Elapsed += TimeSpan.FromMinutes(1);

        await Task.WhenAll(Enumerable.Range(0, 500).Select(number => FindAsync($"unknown-{number}")));

        documents.Reads.ShouldBe(2);
        clock.Elapsed += TimeSpan.FromSeconds(29);
        await FindAsync("unknown");
        documents.Reads.ShouldBe(2);
        clock.Elapsed += TimeSpan.FromSeconds(2);
        await FindAsync("unknown");
        documents.Reads.ShouldBe(3);
    }

    [Fact]
    public async Task Gateway_MetadataLostAfterTheFirstToken_AnswersByCachedKeys()
    {
        await using var issuers = await Issuers.StartAsync(
            options => options with { Issuers = [.. options.Issuers.Select(Fetched)] },
            (address, _) => documents.GetDocumentAsync(address, default));

        (await issuers.CallAsync(Issuers.Bearer(issuer.Token(issuers.Now, Support.Town.School).Write()))).ShouldBeNull();
        documents.Lost = true;
        (await issuers.CallAsync(Issuers.Bearer(issuer.Token(issuers.Now, Support.Town.School).Write()))).ShouldBeNull();
        issuer.Rotate("key-2");
        (await issuers.CallAsync(Issuers.Bearer(issuer.Token(issuers.Now, Support.Town.School).Write())))
            .ShouldNotBeNull().StatusCode.ShouldBe(StatusCode.Unauthenticated);

        IssuerOptions Fetched(IssuerOptions options) => options.Issuer == issuer.Name
            ? options with { KeysFile = null, MetadataAddress = issuer.MetadataAddress }
            : options;
    }

    private async Task<bool> FindAsync(string keyId) => await keys.FindAsync(keyId, default) is not null;

    private sealed class Documents(IssuerUnderTest issuer) : IDocumentRetriever
    {
        private int reads;

        public bool Lost { get; set; }

        public string? Names { get; set; }

        public int Reads => reads;

        public Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            if (Lost)
            {
                throw new IOException("The metadata is out of reach.");
            }

            if (address == issuer.KeySetAddress)
            {
                return Task.FromResult(issuer.KeySet);
            }

            Interlocked.Increment(ref reads);
            return Task.FromResult(Names is null ? issuer.Metadata : issuer.Metadata.Replace(issuer.Name, Names, StringComparison.Ordinal));
        }
    }

    private sealed class Monotonic : TimeProvider
    {
        public TimeSpan Elapsed { get; set; } = TimeSpan.FromDays(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Elapsed.Ticks;
    }
}
