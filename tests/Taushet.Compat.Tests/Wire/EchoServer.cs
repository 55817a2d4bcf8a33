using System.Net;
using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Client = Taushet.Compat.V1.EchoService.EchoServiceClient;

namespace Taushet.Compat.Tests.Wire;

/// <summary>The official server on a real loopback socket (HTTP/2 in clear), with the official client connected to it.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private EchoServer(WebApplication app, GrpcChannelOptions channelOptions)
    {
        this.app = app;
        Channel = GrpcChannel.ForAddress(app.Urls.Single(), channelOptions);
        Client = new Client(Channel);
    }

    public GrpcChannel Channel { get; }

    public Client Client { get; }

    public static async Task<EchoServer> StartAsync(
        EchoHandlers? handlers = null,
        Action<GrpcServiceOptions>? server = null,
        GrpcChannelOptions? channel = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(handlers ?? new EchoHandlers());
        builder.Services.AddGrpc(options => server?.Invoke(options));
        var app = builder.Build();
        app.MapGrpcService<EchoService>();
        await app.StartAsync();
        return new EchoServer(app, channel ?? new GrpcChannelOptions());
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await app.DisposeAsync();
    }
}
