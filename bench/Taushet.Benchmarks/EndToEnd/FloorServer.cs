using Microsoft.AspNetCore.Authentication;
using Taushet.Gateway.Fetch;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Identify.Proofs;
using Taushet.Gateway.Options;
using Taushet.Storage.Ports;

namespace Taushet.Benchmarks.EndToEnd;

/// <summary>
/// The floor: validates the same token with the gateway's own validator and memory, makes the same source call over the
/// gateway's own channel with the gateway's own token, and returns the source's answer. No decision, no store.
/// </summary>
internal static class FloorServer
{
    /// <summary>Starts it on a free loopback port.</summary>
    public static async Task<RunningServer> StartAsync(GatewayOptions options, Uri source)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        Listening.Add(builder.WebHost, options);
        AddToken(builder.Services, options);
        builder.Services.AddSingleton(new GatewayToken(
            options,
            GatewayToken.KeyIn(options.DataDirectory),
            new MachineClock(TimeProvider.System)));
        builder.Services.AddSingleton<SourceChannels>();
        builder.Services.AddSingleton(provider => new FloorService(provider.GetRequiredService<SourceChannels>(), source, options));
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = options.MaxRequestBytes);
        var server = builder.Build();
        server.UseAuthentication();
        server.UseAuthorization();
        server.MapGrpcService<FloorService>().RequireAuthorization();
        await server.StartAsync();
        return new RunningServer(GatewayHost.AddressOf(server), server);
    }

    private static void AddToken(IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new MachineClock(TimeProvider.System));
        IdentifyServices.AddTokens(services);
        services.AddSingleton<IProofStore, NoProofs>();
        services.AddSingleton<Attempts>();
        services.AddSingleton<IEnumerable<Issuer>>([DevelopmentIssuer.Of(options.DataDirectory, TimeProvider.System)]);
        services.AddAuthentication(TokenAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
        services.AddAuthorization();
    }
}
