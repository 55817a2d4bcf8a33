using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Taushet.Gateway.Hosting;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Support;

/// <summary>A sector system on loopback that does what the test says.</summary>
internal sealed class SourceStub : IAsyncDisposable
{
    private readonly WebApplication host;

    private SourceStub(WebApplication host) => this.host = host;

    public ConcurrentQueue<GetLeavesRequest> Calls { get; } = new();

    public ConcurrentQueue<string?> Tokens { get; } = new();

    /// <summary>What it answers; everything filled by default.</summary>
    public Func<GetLeavesRequest, CancellationToken, Task<GetLeavesResponse>> Answer { get; set; } =
        (_, _) => Task.FromResult(new GetLeavesResponse { Information = FilledRecord.Everything() });

    public Uri Address => GatewayHost.AddressOf(host);

    /// <summary>The certificates that callers have shown.</summary>
    public ConcurrentQueue<string?> Certificates { get; } = new();

    public static async Task<SourceStub> StartAsync(Action<ListenOptions>? secure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
            server.Listen(System.Net.IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                secure?.Invoke(listen);
            }));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<Service>();
        var system = builder.Build();
        system.MapGrpcService<Service>();
        var stub = new SourceStub(system);
        system.Services.GetRequiredService<Service>().Stub = stub;
        await system.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    private sealed class Service : SourceService.SourceServiceBase
    {
        public SourceStub Stub { get; set; } = null!;

        public override async Task<GetLeavesResponse> GetLeaves(GetLeavesRequest request, ServerCallContext context)
        {
            Stub.Calls.Enqueue(request);
            Stub.Certificates.Enqueue(context.GetHttpContext().Connection.ClientCertificate?.Subject);
            Stub.Tokens.Enqueue(context.RequestHeaders.GetValue("authorization"));
            return await Stub.Answer(request, context.CancellationToken);
        }
    }
}
