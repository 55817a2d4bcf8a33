using Taushet.Cli;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;
using Taushet.Storage.Sqlite;

namespace Taushet.Campaigns.Durability;

/// <summary>A gateway whose store does not sync. Exists so that the durability check is seen to fail.</summary>
internal static class CarelessGateway
{
    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var options = configuration.GetSection(GatewayOptions.Section).Get<GatewayOptions>()!;
        var settings = new DataFolder(options.DataDirectory).WritingOptions() with { WithoutSync = true };
        await using var store = SqliteStore.Open(settings);
        await using var gateway = GatewayHost.Build(options, new GatewayParts
        {
            Store = StorePorts.Of(store),
            Environment = "Development",
        });
        await gateway.RunAsync(cancellation);
        return 0;
    }
}
