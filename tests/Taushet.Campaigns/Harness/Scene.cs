using Grpc.Core;
using Taushet.Cli;
using Taushet.Cli.Tokens;
using Taushet.Core.Requests;
using Taushet.Demo.People;
using Taushet.Demo.Scenarios;
using Taushet.Demo.Sectors;
using Taushet.Demo.Town;
using Taushet.Gateway.Options;
using Taushet.Storage.Files;
using Taushet.Storage.Sqlite;

namespace Taushet.Campaigns.Harness;

/// <summary>The made-up municipality in a fresh folder, with its sector systems running and no gateway yet.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly SectorSystems sectors;
    private readonly DevelopmentIssuer issuer;

    private Scene(string folder, SectorSystems sectors, Population people, DevelopmentIssuer issuer)
    {
        Folder = folder;
        this.sectors = sectors;
        this.issuer = issuer;
        People = people;
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    public Population People { get; }

    /// <summary>How many fetches the sector systems have answered.</summary>
    public int Fetches => sectors.Given.Count();

    public static async Task<Scene> PrepareAsync(CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        var now = clock.GetUtcNow();
        var folder = Directory.CreateTempSubdirectory("taushet-campaign-").FullName;
        var people = Population.Generate(7, OsloTime.DateAt(now));
        var options = new DataFolder(folder).Options(createKeys: true);
        _ = SqliteStore.Migrate(options, clock);
        var keys = new Gateway.Identify.PublicKeyFile(Path.Combine(folder, DataFiles.GatewayPublicKey));
        var systems = await SectorSystems.StartAsync(SectorRegisters.Fill(people), new GatewayOptions().Identity, keys.KeyOf);
        await using (var store = SqliteStore.Open(options))
        {
            var hall = new TownHall(store.Registrar, people);
            await hall.RegisterAllAsync(new Cast(people), systems.Addresses, now, cancellation);
        }

        return new Scene(folder, systems, people, new DevelopmentIssuer(DevelopmentKey.LoadOrCreate(folder), clock));
    }

    /// <summary>The headers of a call in an organisation's name.</summary>
    public Metadata Credentials(Organisation organisation)
    {
        var token = issuer.Mint(organisation.Number, "campaign", TimeSpan.FromHours(2), Guid.NewGuid());
        return new Metadata { { "authorization", $"Bearer {token}" } };
    }

    /// <summary>Opens the store to read the trail, beside or after a gateway.</summary>
    public SqliteStore OpenToRead() => SqliteStore.Open(new DataFolder(Folder).Options(createKeys: false));

    public async ValueTask DisposeAsync()
    {
        await sectors.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
