using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Taushet.Cli.Tokens;
using Taushet.Demo.Town;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;
using Taushet.V1;
using Accepted = Taushet.Gateway.Identify.DevelopmentIssuer;

namespace Taushet.Demo.Tests;

/// <summary>The command line mints development tokens and the gateway verifies them; neither knows the other.</summary>
public sealed class DevelopmentTokenTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("taushet-token-test-");

    private readonly DirectoryInfo elsewhere = Directory.CreateTempSubdirectory("taushet-token-test-");

    [Fact]
    public void Minted_IssuerAudienceScopeAndAlgorithm_AreThoseTheGatewayAccepts()
    {
        var token = new JsonWebToken(Mint(data));

        token.Issuer.ShouldBe(Accepted.Options.Issuer);
        token.Audiences.ShouldBe([Accepted.Options.Audience]);
        token.GetPayloadValue<string>("scope").ShouldBe(Accepted.Options.Scope);
        Accepted.Options.Algorithms.ShouldBe([token.Alg]);
        Accepted.Options.Types.ShouldBe([token.Typ]);
    }

    [Fact]
    public async Task Gateway_StartedBeforeTheKeyIsMade_AcceptsItsTokensAndNoOthers()
    {
        await using var gateway = await StartAsync();
        using var channel = GrpcChannel.ForAddress(GatewayHost.AddressOf(gateway));
        var client = new SharingService.SharingServiceClient(channel);

        Directory.EnumerateFiles(data.FullName, "development-issuer*").ShouldBeEmpty();
        (await CallAsync(client, Mint(elsewhere))).ShouldBe(StatusCode.Unauthenticated);
        var minted = Mint(data);
        (await CallAsync(client, minted)).ShouldNotBe(StatusCode.Unauthenticated);
        (await CallAsync(client, Mint(elsewhere))).ShouldBe(StatusCode.Unauthenticated);
    }

    public void Dispose()
    {
        data.Delete(recursive: true);
        elsewhere.Delete(recursive: true);
    }

    private static string Mint(DirectoryInfo folder) =>
        new DevelopmentIssuer(DevelopmentKey.LoadOrCreate(folder.FullName), TimeProvider.System)
            .Mint(Organisations.School.Number, "test", TimeSpan.FromMinutes(5), Guid.NewGuid());

    // An empty request of an organisation nobody registered: with a token that holds it fails for another reason.
    private static async Task<StatusCode> CallAsync(SharingService.SharingServiceClient client, string token)
    {
        var headers = new Metadata { { "authorization", $"Bearer {token}" } };
        var fault = await Should.ThrowAsync<RpcException>(async () => await client.PreviewAsync(new PreviewRequest(), headers));
        return fault.StatusCode;
    }

    private async Task<WebApplication> StartAsync()
    {
        var gateway = GatewayHost.Build(
            new GatewayOptions
            {
                DataDirectory = data.FullName,
                PoliciesDirectory = PoliciesFolder(),
                Listen = "http://127.0.0.1:0",
                DevelopmentIssuer = true,
                MigrateAtStart = true,
            },
            new GatewayParts { Environment = "Development", Logging = logging => logging.ClearProviders() });
        await gateway.StartAsync();
        return gateway;
    }

    private static string PoliciesFolder()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Taushet.sln")))
        {
            at = at.Parent!;
        }

        return Path.Combine(at.FullName, "policies");
    }
}
