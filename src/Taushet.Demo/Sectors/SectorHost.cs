using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.IdentityModel.Tokens;

namespace Taushet.Demo.Sectors;

/// <summary>One gRPC server on loopback in which several sector systems answer, each at a port of its own.</summary>
/// <remarks>A server for each of them would cost the demo its start: what they share is the process, not the data.</remarks>
internal sealed class SectorHost : IAsyncDisposable
{
    private readonly WebApplication application;

    private SectorHost(WebApplication application, IReadOnlyList<SectorSystem> systems)
    {
        this.application = application;
        Systems = systems;
    }

    /// <summary>The systems, in the order of their registers.</summary>
    public IReadOnlyList<SectorSystem> Systems { get; }

    /// <summary>Starts a system for each register on a free loopback port.</summary>
    /// <param name="registers">What they hold; at least one.</param>
    /// <param name="gateway">The gateway's identity, the only one that may ask.</param>
    /// <param name="keyOf">The gateway's public key with a key id, or null when it has none.</param>
    public static async Task<SectorHost> StartAsync(
        IReadOnlyCollection<SectorRegister> registers,
        string gateway,
        Func<string, SecurityKey?> keyOf)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            foreach (var _ in registers)
            {
                kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            }
        });
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(provider => new SectorService(SystemsOf(provider, registers, gateway, keyOf)));
        var server = builder.Build();
        server.MapGrpcService<SectorService>();
        await server.StartAsync();
        return new SectorHost(server, server.Services.GetRequiredService<SectorService>().Systems);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
    }

    // The ports are known once the server listens; the service is made after that.
    private static SectorSystem[] SystemsOf(
        IServiceProvider provider,
        IEnumerable<SectorRegister> registers,
        string gateway,
        Func<string, SecurityKey?> keyOf) =>
        [.. provider.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(address => new Uri(address))
            .Zip(registers, (address, register) => new SectorSystem(
                register,
                address,
                new GatewayToken(gateway, address.GetLeftPart(UriPartial.Authority), keyOf)))];
}
