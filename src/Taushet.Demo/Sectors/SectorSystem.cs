using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

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
    public static async Task<SectorSystem> StartAsync(SectorRegister register, GatewayToken gateway)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(new SectorService(register, gateway));
        var server = builder.Build();
        server.MapGrpcService<SectorService>();
        await server.StartAsync();
        var addresses = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new SectorSystem(server, register, new Uri(addresses.Addresses.First()));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
    }
}
