using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;
using Taushet.Storage;
using Taushet.Storage.Files;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Signing;
using Taushet.Storage.Sqlite;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Support;

/// <summary>Another gateway on the database of a first one, with a log of its own or, under the same name, waiting for its.</summary>
internal sealed class AnotherGateway : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly GrpcChannel channel;

    private AnotherGateway(IStore store, LogSettings settings, WebApplication host)
    {
        Store = store;
        Settings = settings;
        this.host = host;
        channel = GrpcChannel.ForAddress(GatewayHost.AddressOf(host));
        Client = new SharingService.SharingServiceClient(channel);
        Consents = new ConsentService.ConsentServiceClient(channel);
        Health = new Grpc.Health.V1.Health.HealthClient(channel);
    }

    public IStore Store { get; }

    public IServiceProvider Services => host.Services;

    public LogSettings Settings { get; }

    public SharingService.SharingServiceClient Client { get; }

    public ConsentService.ConsentServiceClient Consents { get; }

    public Grpc.Health.V1.Health.HealthClient Health { get; }

    public static async Task<AnotherGateway> StartAsync(
        TestGateway first,
        string name,
        Taushet.Core.Policies.PolicySet? policies = null)
    {
        var settings = new LogSettings
        {
            Gateway = name,
            Signer = CheckpointKeys.Load(first.Folder, name, create: true),
            CheckpointFile = Path.Combine(first.Folder, name + ".notes"),
            ProbeInterval = TimeSpan.FromMilliseconds(50),
        };
        var store = SqliteStore.Open(new SqliteStoreOptions
        {
            Path = Path.Combine(first.Folder, DataFiles.Database),
            Keys = StoreKeys.Load(Path.Combine(first.Folder, DataFiles.StoreKeys)),
            BusyTimeout = TimeSpan.FromSeconds(20),
            Log = settings,
        });
        var options = new GatewayOptions
        {
            DataDirectory = first.Folder,
            PoliciesDirectory = TestGateway.PoliciesFolder,
            Listen = "http://127.0.0.1:0",
            Issuers = [first.Issuer.Options(Path.Combine(first.Folder, "issuer.json"))],
            ParticipantMemory = TimeSpan.Zero,
            RegistryMaxAge = TimeSpan.FromDays(7),
        };
        var started = GatewayHost.Build(options, new GatewayParts
        {
            Store = StorePorts.Of(store),
            Policies = policies,
            Clock = first.Clock,
            Environment = "Development",
            Logging = logging => logging.ClearProviders(),
        });
        await started.StartAsync();
        return new AnotherGateway(store, settings, started);
    }

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await host.DisposeAsync();
        await Store.DisposeAsync();
    }
}
