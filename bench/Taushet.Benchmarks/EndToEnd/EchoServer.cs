using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Taushet.Gateway.Hosting;
using Taushet.V1;

namespace Taushet.Benchmarks.EndToEnd;

/// <summary>The least a gRPC server can do with the same request: no token, no source, no store.</summary>
internal static class EchoServer
{
    /// <summary>Starts it on a free loopback port.</summary>
    public static async Task<RunningServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1024;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc();
        var server = builder.Build();
        server.MapGrpcService<EchoService>();
        await server.StartAsync();
        return new RunningServer(GatewayHost.AddressOf(server), server);
    }

    private sealed class EchoService : SharingService.SharingServiceBase
    {
        public override Task<RequestInformationResponse> RequestInformation(
            RequestInformationRequest request,
            ServerCallContext context) =>
            Task.FromResult(new RequestInformationResponse
            {
                RequestId = request.RequestId,
                CaseReference = request.Inquiry.CaseReference,
            });
    }
}
