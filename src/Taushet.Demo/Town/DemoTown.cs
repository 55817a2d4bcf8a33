using Grpc.Net.Client;
using Taushet.Cli;
using Taushet.Cli.Tokens;
using Taushet.Core.Requests;
using Taushet.Demo.People;
using Taushet.Demo.Scenarios;
using Taushet.Demo.Sectors;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;
using Taushet.Storage.Files;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite;
using Taushet.V1;

namespace Taushet.Demo.Town;

/// <summary>A municipality in a box: its sector systems, the gateway on SQLite, and its registers filled.</summary>
internal sealed class DemoTown : IAsyncDisposable
{
    private readonly SqliteStore store;
    private readonly WebApplication gateway;
    private readonly GrpcChannel channel;
    private readonly TownHall hall;
    private readonly TownIssuers issuers;

    private DemoTown(SqliteStore store, WebApplication gateway, SectorSystems sectors, Cast cast, TownHall hall, TownIssuers issuers, ObservationBook book)
    {
        this.store = store;
        this.gateway = gateway;
        this.hall = hall;
        this.issuers = issuers;
        Sectors = sectors;
        Cast = cast;
        Address = GatewayHost.AddressOf(gateway);
        channel = GrpcChannel.ForAddress(Address);
        Runner = new ScenarioRunner(new SharingService.SharingServiceClient(channel), issuers);
        HolderStories = new HolderStories(channel, issuers);
        Disclosure = new DisclosureStory(channel.CreateCallInvoker(), issuers.Development, store.Index, book, cast.Applying);
        Consent = new ConsentStory(new ConsentService.ConsentServiceClient(channel), Runner, issuers, cast.Discussed);
    }

    /// <summary>Where the gateway answers.</summary>
    public Uri Address { get; }

    /// <summary>The sector systems.</summary>
    public SectorSystems Sectors { get; }

    /// <summary>The children of the stories.</summary>
    public Cast Cast { get; }

    /// <summary>Plays scenarios against the gateway.</summary>
    public ScenarioRunner Runner { get; }

    /// <summary>Plays the stories of what is left to the holder.</summary>
    public HolderStories HolderStories { get; }

    /// <summary>The town's clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The day the town was opened.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Plays a consent from its first giver to its end.</summary>
    public ConsentStory Consent { get; }

    /// <summary>Plays a report of concern and its feedback.</summary>
    public DisclosureStory Disclosure { get; }

    /// <summary>The stored log.</summary>
    public ITrailReader Trail => store.Trail;

    /// <summary>Builds and starts everything.</summary>
    public static async Task<DemoTown> StartAsync(DemoOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var people = Population.Generate(options.Seed, OsloTime.DateAt(now));
        var cast = new Cast(people);
        var folder = new DataFolder(options.DataFolder);
        var storeOptions = folder.WritingOptions();
        _ = SqliteStore.Migrate(storeOptions, clock);
        var opened = SqliteStore.Open(storeOptions);
        var minting = new TownIssuers(new DevelopmentIssuer(DevelopmentKey.LoadOrCreate(options.DataFolder), clock), clock);
        var gatewayOptions = minting.AddTo(GatewayOptionsOf(options));
        var keys = new Gateway.Identify.Keys.PublicKeyFile(Path.Combine(options.DataFolder, DataFiles.GatewayPublicKey));
        var sectors = await SectorSystems.StartAsync(SectorRegisters.Fill(people), gatewayOptions.Identity, keys.KeyOf);
        var townHall = new TownHall(opened.Registrar, people);
        await townHall.RegisterAllAsync(cast, sectors.Addresses, now, cancellation);
        var built = GatewayHost.Build(gatewayOptions, new GatewayParts
        {
            Store = StorePorts.Of(opened),
            Clock = clock,
            Environment = "Development",
            Logging = logging => logging.ClearProviders().AddProvider(new LogFile(Path.Combine(options.DataFolder, "gateway.log"))),
        });
        await built.StartAsync(cancellation);
        var book = new ObservationBook(Path.Combine(options.DataFolder, $"observations-{Organisations.School.Number}"));
        return new DemoTown(opened, built, sectors, cast, townHall, minting, book) { Today = OsloTime.DateAt(now), Clock = clock };
    }

    /// <summary>Keeps the registry's feed fresh until cancelled: the gateway takes a feed older than an hour for unknown.</summary>
    public async Task KeepFeedFreshAsync(TimeProvider clock, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(20), clock);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            await hall.FeedRegistryAsync(clock.GetUtcNow(), cancellation);
        }
    }

    /// <summary>Stops the gateway first, so that what it has queued is stored, then everything else.</summary>
    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await gateway.StopAsync();
        await gateway.DisposeAsync();
        await Sectors.DisposeAsync();
        await store.DisposeAsync();
        issuers.Dispose();
    }

    private static GatewayOptions GatewayOptionsOf(DemoOptions options) => new()
    {
        DataDirectory = options.DataFolder,
        PoliciesDirectory = options.PoliciesFolder,
        Listen = $"http://127.0.0.1:{options.Port}",
        DevelopmentIssuer = true,
        PersonNumbers = PersonNumbers.Synthetic,
    };
}
