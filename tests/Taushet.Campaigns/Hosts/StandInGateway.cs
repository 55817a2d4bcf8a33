using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;
using Taushet.Storage.Ports;

namespace Taushet.Campaigns.Hosts;

/// <summary>Runs the real gateway on a store that a campaign has tampered with.</summary>
internal static class StandInGateway
{
    /// <summary>The options as the gateway itself would read them from its environment.</summary>
    public static GatewayOptions Options() =>
        new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(GatewayOptions.Section).Get<GatewayOptions>()!;

    public static async Task<int> RunAsync(GatewayOptions options, IStore store, CancellationToken cancellation)
    {
        await using var gateway = GatewayHost.Build(options, new GatewayParts
        {
            Store = StorePorts.Of(store),
            Environment = "Development",
        });
        await gateway.RunAsync(cancellation);
        return 0;
    }
}
