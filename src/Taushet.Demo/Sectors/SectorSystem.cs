using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.IdentityModel.Tokens;

namespace Taushet.Demo.Sectors;

/// <summary>One sector system: a gRPC server of its own on loopback, with its own data.</summary>
internal sealed class SectorSystem : IAsyncDisposable
{
    private readonly WebApplication application;

    private SectorSystem(WebApplication application, SectorRegister register, Uri address)
    {
        this.application = application;
        Register = register;
        Address = address;
    }

    /// <summary>What it holds and what it gave.</summary>
    public SectorRegister Register { get; }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts a system on a free loopback port.</summary>
    /// <param name="register">What it holds.</param>
    /// <param name="gateway">The gateway's identity, the only one that may ask.</param>
    /// <param name="keyOf">The gateway's public key with a key id, or null when it has none.</param>
    public static async Task<SectorSystem> StartAsync(
        SectorRegister register,
        string gateway,
        Func<string, SecurityKey?> keyOf)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(provider =>
            new SectorService(register, new GatewayToken(gateway, AddressOf(provider).GetLeftPart(UriPartial.Authority), keyOf)));
        var server = builder.Build();
        server.MapGrpcService<SectorService>();
        await server.StartAsync();
        return new SectorSystem(server, register, AddressOf(server.Services));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
    }

    // Known once the server listens; the first call asks for it.
    private static Uri AddressOf(IServiceProvider services) =>
        new(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
