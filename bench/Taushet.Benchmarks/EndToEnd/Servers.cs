using Taushet.Cli;
using Taushet.Core.Requests;
using Taushet.Demo.People;
using Taushet.Demo.Scenarios;
using Taushet.Demo.Sectors;
using Taushet.Demo.Town;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Identify.Keys;
using Taushet.Gateway.Options;
using Taushet.Storage.Files;
using Taushet.Storage.Sqlite;

namespace Taushet.Benchmarks.EndToEnd;

/// <summary>The servers under load, each a process of its own that ends when its standard input closes.</summary>
internal static class Servers
{
    /// <summary>The seed of the people, the same in every process.</summary>
    public const ulong Seed = 1;

    /// <summary>The source: the demo's school.</summary>
    public const string Source = "source";

    /// <summary>The gateway.</summary>
    public const string GatewayRole = "gateway";

    /// <summary>The floor.</summary>
    public const string Floor = "floor";

    /// <summary>The bare echo.</summary>
    public const string Echo = "echo";

    // The whole load is one caller's.
    private const int OneCallersRate = 1_000_000;

    /// <summary>Runs one server.</summary>
    public static async Task<int> RunAsync(string role, string folder)
    {
        await using var server = role switch
        {
            Source => await StartSourceAsync(folder),
            GatewayRole => await StartGatewayAsync(folder),
            Floor => await FloorServer.StartAsync(OptionsOf(folder), AddressOf(folder, Source)),
            Echo => await EchoServer.StartAsync(),
            _ => throw new ArgumentException($"no such role: {role}", nameof(role)),
        };
        await File.WriteAllTextAsync(AddressFile(folder, role), server.Address.ToString());
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        return 0;
    }

    /// <summary>The file a server writes its address to.</summary>
    public static string AddressFile(string folder, string role) => Path.Combine(folder, $"{role}.address");

    /// <summary>The address a running server wrote.</summary>
    public static Uri AddressOf(string folder, string role) => new(File.ReadAllText(AddressFile(folder, role)));

    private static async Task<RunningServer> StartSourceAsync(string folder)
    {
        var people = Population.Generate(Seed, OsloTime.DateAt(TimeProvider.System.GetUtcNow()));
        var keys = new PublicKeyFile(Path.Combine(folder, DataFiles.GatewayPublicKey));
        var source = await SectorHost.StartAsync([SectorRegisters.Fill(people)[Organisations.School]], OptionsOf(folder).Identity, keys.KeyOf);
        return new RunningServer(source.Systems[0].Address, source);
    }

    private static async Task<RunningServer> StartGatewayAsync(string folder)
    {
        var clock = TimeProvider.System;
        var people = Population.Generate(Seed, OsloTime.DateAt(clock.GetUtcNow()));
        var settings = new DataFolder(folder).WritingOptions();
        _ = SqliteStore.Migrate(settings, clock);
        var store = SqliteStore.Open(settings);
        var sources = new Dictionary<Organisation, Uri> { [Organisations.School] = AddressOf(folder, Source) };
        await new TownHall(store.Registrar, people)
            .RegisterAllAsync(new Cast(people), sources, clock.GetUtcNow(), CancellationToken.None);
        var gateway = GatewayHost.Build(OptionsOf(folder), new GatewayParts
        {
            Store = StorePorts.Of(store),
            Environment = Environments.Development,
            Logging = logging => logging.ClearProviders(),
        });
        await gateway.StartAsync();
        return new RunningServer(GatewayHost.AddressOf(gateway), gateway);
    }

    private static GatewayOptions OptionsOf(string folder) => new()
    {
        DataDirectory = folder,
        PoliciesDirectory = Repository.Policies,
        Listen = "http://127.0.0.1:0",
        DevelopmentIssuer = true,
        PersonNumbers = PersonNumbers.Synthetic,
        CallerRate = OneCallersRate,
    };
}
