using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Law;
using Taushet.Gateway.Options;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Tests.Law;

/// <summary>A store that keeps no policy set: its disk is full, or it is read-only.</summary>
public sealed class ArchiveStartTests
{
    // INVARIANT: a policy set is kept in the store before it decides anything.
    [Fact]
    public async Task Start_StoreCannotKeepThePolicySet_IsRefused()
    {
        await using var first = await TestGateway.StartPatientAsync();
        await using var second = Build(first, new Archive { Keeps = false });

        var error = await Should.ThrowAsync<GatewayOptionsException>(() => second.StartAsync());

        error.Message.ShouldContain("the store cannot keep the policy set");
    }

    [Fact]
    public async Task Reload_StoreCannotKeepThePolicySet_GoesOnWithTheOldOne()
    {
        await using var first = await TestGateway.StartPatientAsync();
        var archive = new Archive();
        await using var second = Build(first, archive);
        await second.StartAsync();
        var law = second.Services.GetRequiredService<RunningLaw>();
        var before = law.Now;
        archive.Keeps = false;

        (await second.Services.GetRequiredService<LawKeeping>().ReloadAsync(default)).ShouldBeFalse();

        law.Now.ShouldBeSameAs(before);
        law.ReloadRefused.ShouldBeTrue();
        await second.StopAsync();
    }

    private static WebApplication Build(TestGateway first, IPolicyArchive archive) => GatewayHost.Build(
        new GatewayOptions
        {
            DataDirectory = first.Folder,
            PoliciesDirectory = TestGateway.PoliciesFolder,
            Listen = "http://127.0.0.1:0",
            Issuers = [first.Issuer.Options(Path.Combine(first.Folder, "issuer.json"))],
            ParticipantMemory = TimeSpan.Zero,
            RegistryMaxAge = TimeSpan.FromDays(7),
        },
        new GatewayParts
        {
            Store = StorePorts.Of(first.Store) with { Policies = archive },
            Clock = first.Clock,
            Environment = "Development",
            Logging = logging => logging.ClearProviders(),
        });

    private sealed class Archive : IPolicyArchive
    {
        public bool Keeps { get; set; } = true;

        public Task<bool> KeepAsync(string hash, ReadOnlyMemory<byte> content, DateTimeOffset instant, CancellationToken cancellation) =>
            Task.FromResult(Keeps);

        public Task<ReadOnlyMemory<byte>?> FindAsync(string hash, CancellationToken cancellation) =>
            Task.FromResult<ReadOnlyMemory<byte>?>(null);
    }
}
