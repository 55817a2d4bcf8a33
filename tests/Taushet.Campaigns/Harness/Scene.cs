using Grpc.Core;
using Taushet.Cli.Tokens;
using Taushet.Core.Requests;
using Taushet.Core.Trail.Notes;
using Taushet.Demo.People;
using Taushet.Demo.Scenarios;
using Taushet.Demo.Sectors;
using Taushet.Demo.Town;
using Taushet.Gateway.Options;
using Taushet.Storage.Files;
using Taushet.Storage.Log;

namespace Taushet.Campaigns.Harness;

/// <summary>The made-up municipality in a folder of its own, with its sector systems running and no gateway yet.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly SectorSystems sectors;
    private readonly DevelopmentIssuer issuer;

    private readonly SceneServer? server;

    private Scene(string folder, SceneStore store, SceneServer? server, SectorSystems sectors, Population people)
    {
        this.server = server;
        Folder = folder;
        Store = store;
        this.sectors = sectors;
        issuer = new DevelopmentIssuer(DevelopmentKey.LoadOrCreate(folder), TimeProvider.System);
        People = people;
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    public SceneStore Store { get; }

    public Population People { get; }

    /// <summary>How many fetches the sector systems have answered.</summary>
    public int Fetches => sectors.Given.Count();

    /// <summary>The file outside the database to which checkpoints are appended.</summary>
    public string CheckpointFile => Path.Combine(Folder, DataFiles.Checkpoints(LogSettings.DefaultGateway));

    /// <summary>The public keys that checkpoints were ever signed with.</summary>
    public IReadOnlyList<NoteKey> CheckpointKeys => Storage.Signing.CheckpointKeys.Published(Folder);

    /// <summary>What every gateway of the scene is told.</summary>
    public IEnumerable<KeyValuePair<string, string>> GatewayEnvironment =>
    [
        .. Store.GatewayEnvironment,
        new("ASPNETCORE_ENVIRONMENT", "Development"),
        new("Taushet__PoliciesDirectory", Checkout.Policies),
        new("Taushet__DevelopmentIssuer", "true"),
        new("Logging__LogLevel__Default", "Warning"),
    ];

    /// <summary>Prepares a scene in a fresh folder.</summary>
    public static Task<Scene> PrepareAsync(CancellationToken cancellation, SceneServer? server = null) =>
        PrepareAsync(Directory.CreateTempSubdirectory("taushet-campaign-").FullName, cancellation, server);

    /// <summary>Prepares a scene in an empty folder, which is removed in the end, and the database on a server with it.</summary>
    public static async Task<Scene> PrepareAsync(string folder, CancellationToken cancellation, SceneServer? server = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var people = Population.Generate(7, OsloTime.DateAt(now));
        var store = new SceneStore(folder, server);
        await store.MigrateAsync(cancellation);
        var keys = new Gateway.Identify.Keys.PublicKeyFile(Path.Combine(folder, DataFiles.GatewayPublicKey));
        var systems = await SectorSystems.StartAsync(SectorRegisters.Fill(people), new GatewayOptions().Identity, keys.KeyOf);
        await using (var open = await store.OpenAsync(cancellation))
        {
            var hall = new TownHall(open.Registrar, people);
            await hall.RegisterAllAsync(new Cast(people), systems.Addresses, now, cancellation);
        }

        return new Scene(folder, store, server, systems, people);
    }

    /// <summary>The headers of a call in an organisation's name.</summary>
    public Metadata Credentials(Organisation organisation)
    {
        var token = issuer.Mint(organisation.Number, "campaign", TimeSpan.FromHours(2), Guid.NewGuid());
        return new Metadata { { "authorization", $"Bearer {token}" } };
    }

    public async ValueTask DisposeAsync()
    {
        await sectors.DisposeAsync();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }
}
