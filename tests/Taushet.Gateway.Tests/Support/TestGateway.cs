using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Taushet.Client;
using Taushet.Gateway.Altinn;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;
using Taushet.Storage;
using Taushet.Storage.Files;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Signing;
using Taushet.Storage.Sqlite;
using Taushet.V1;
using Service = Taushet.Core.Vocabulary.Service;
using ServiceForm = Taushet.Core.Vocabulary.ServiceForm;

namespace Taushet.Gateway.Tests.Support;

/// <summary>A whole gateway on loopback with the real rule book, a store of its own and one source.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 9, 1, 10, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder;
    private readonly GrpcChannel channel;

    private TestGateway(DirectoryInfo folder, SqliteStore store, ScriptedStore scripted, SourceStub source, WebApplication host, Sink sink, TestIssuer issuer, SettableClock clock)
    {
        this.folder = folder;
        Store = store;
        Scripted = scripted;
        Source = source;
        Host = host;
        Sink = sink;
        Issuer = issuer;
        Clock = clock;
        channel = GrpcChannel.ForAddress(GatewayHost.AddressOf(host), new GrpcChannelOptions
        {
            MaxRetryAttempts = null,
            HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true },
        });
        Invoker = channel.Intercept(sink);
        Client = new SharingService.SharingServiceClient(Invoker);
    }

    public SqliteStore Store { get; }

    public ScriptedStore Scripted { get; }

    public SourceStub Source { get; }

    public WebApplication Host { get; }

    public Sink Sink { get; }

    public TestIssuer Issuer { get; }

    public SettableClock Clock { get; }

    public CallInvoker Invoker { get; }

    public SharingService.SharingServiceClient Client { get; }

    public static string PoliciesFolder
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "Taushet.sln")))
            {
                root = root.Parent!;
            }

            return Path.Combine(root.FullName, "policies");
        }
    }

    public static async Task<TestGateway> StartAsync(
        Func<GatewayOptions, GatewayOptions>? change = null,
        Taushet.Core.Policies.PolicySet? policies = null,
        Func<string, CancellationToken, Task<string>>? documents = null,
        ISystemUserRights? rights = null)
    {
        var data = Directory.CreateTempSubdirectory("taushet-gateway-");
        var clock = new SettableClock(Start);
        var issuer = new TestIssuer();
        issuer.PublishPersons(data.FullName);
        var settings = new SqliteStoreOptions
        {
            Path = Path.Combine(data.FullName, "taushet.db"),
            Keys = StoreKeys.LoadOrCreate(Path.Combine(data.FullName, "store.keys")),
            Log = new LogSettings
            {
                Signer = CheckpointKeys.Load(data.FullName, LogSettings.DefaultGateway, create: true),
                CheckpointFile = Path.Combine(data.FullName, "checkpoints"),
            },
        };
        SqliteStore.Migrate(settings, clock);
        var store = SqliteStore.Open(settings);
        var scripted = new ScriptedStore(store.Facts, store.Audit);
        var sink = new Sink();
        var options = new GatewayOptions
        {
            DataDirectory = data.FullName,
            PoliciesDirectory = PoliciesFolder,
            Listen = "http://127.0.0.1:0",
            DevelopmentIssuer = true,
            Issuers = [issuer.Options(Path.Combine(data.FullName, "issuer.json"))],
            SourceTimeout = TimeSpan.FromSeconds(1),
            ParticipantMemory = TimeSpan.Zero,
            RegistryMaxAge = TimeSpan.FromDays(7),
        };
        var host = GatewayHost.Build(change?.Invoke(options) ?? options, new GatewayParts
        {
            Store = StorePorts.Of(store) with { Facts = scripted, Audit = scripted },
            Policies = policies,
            Clock = clock,
            IssuerDocuments = documents,
            SystemUserRights = rights,
            Environment = "Development",
            Logging = logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(sink),
        });
        await host.StartAsync();
        var gateway = new TestGateway(data, store, scripted, await SourceStub.StartAsync(), host, sink, issuer, clock);
        await Town.RegisterAsync(gateway);
        return gateway;
    }

    /// <summary>The folder of keys and checkpoints.</summary>
    public string Folder => folder.FullName;

    /// <summary>The public keys of this gateway's checkpoints, as a receiver has them.</summary>
    public LogKeys LogKeys => LogKeys.Parse(File.ReadAllText(Path.Combine(Folder, DataFiles.CheckpointPublicKeys)));

    /// <summary>A gateway that waits long for its source, so that a busy machine changes no answer.</summary>
    public static Task<TestGateway> StartPatientAsync(Func<GatewayOptions, GatewayOptions>? change = null) => StartAsync(options => (change?.Invoke(options) ?? options) with
    {
        SourceTimeout = TimeSpan.FromSeconds(20),
        DeadlineDefault = TimeSpan.FromSeconds(30),
    });

    public Task RegisterAsync(string organisation, Service service, ServiceForm form = ServiceForm.Municipal, Uri? source = null) =>
        Store.Registrar.RegisterAsync(
            new Participant(organisation, string.Empty, service, form, "Unit", "00000000", source, new DateOnly(2000, 1, 1), null),
            default);

    /// <summary>A machine of an organisation, whose user is proven by a second token.</summary>
    public Metadata As(string organisation) => new()
    {
        { "authorization", $"Bearer {Issuer.Issue(organisation, Clock.Now)}" },
        { "taushet-person-token", Issuer.Person(organisation, Clock.Now) },
    };

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await Host.DisposeAsync();
        await Source.DisposeAsync();
        await Store.DisposeAsync();
        Issuer.Dispose();
        folder.Delete(recursive: true);
        Sink.RequireSilent();
    }
}
