using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Taushet.Demo.People;
using Taushet.Demo.Sectors;
using Taushet.V1;

namespace Taushet.Demo.Tests.Sectors;

public sealed class SectorSystemTests : IAsyncLifetime, IDisposable
{
    private const string Gateway = "https://gateway.invalid/";

    private const string KeyId = "k1";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private readonly ECDsa otherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private SectorHost host = null!;

    private SectorSystem system = null!;

    private SectorSystem neighbour = null!;

    private string Audience => AudienceOf(system);

    public async Task InitializeAsync()
    {
        var records = new Dictionary<string, ChildInformation>(StringComparer.Ordinal);
        host = await SectorHost.StartAsync(
            [new SectorRegister(records), new SectorRegister(records)],
            Gateway,
            keyId => keyId == KeyId ? new ECDsaSecurityKey(key) : null);
        system = host.Systems[0];
        neighbour = host.Systems[1];
    }

    [Fact]
    public async Task GetLeaves_TheGatewaysToken_IsAnswered() =>
        (await CallAsync(Token(key, Gateway, Audience, minutes: 1))).Information.ShouldBeNull();

    [Fact]
    public Task GetLeaves_NoToken_IsRefused() => RefusedAsync(null);

    [Fact]
    public Task GetLeaves_AnotherKey_IsRefused() => RefusedAsync(Token(otherKey, Gateway, Audience, minutes: 1));

    [Fact]
    public Task GetLeaves_AnUnknownKeyId_IsRefused() => RefusedAsync(Token(key, Gateway, Audience, minutes: 1, "k2"));

    [Fact]
    public Task GetLeaves_AnotherIssuer_IsRefused() => RefusedAsync(Token(key, "https://else.invalid/", Audience, minutes: 1));

    [Fact]
    public Task GetLeaves_AnotherAudience_IsRefused() => RefusedAsync(Token(key, Gateway, "https://else.invalid/", minutes: 1));

    [Fact]
    public Task GetLeaves_TheTokenForItsNeighbourOnTheServer_IsRefused() =>
        RefusedAsync(Token(key, Gateway, AudienceOf(neighbour), minutes: 1));

    [Fact]
    public async Task GetLeaves_OneOfTwoOnAServer_AnswersAndLogsAlone()
    {
        _ = await CallAsync(Token(key, Gateway, Audience, minutes: 1));

        system.Register.Given.Count.ShouldBe(1);
        neighbour.Register.Given.ShouldBeEmpty();
    }

    [Fact]
    public async Task StartAsync_EveryOrganisation_AnswersAtAnAddressOfItsOwn()
    {
        var people = Population.Generate(7, new DateOnly(2026, 11, 21));
        await using var all = await SectorSystems.StartAsync(SectorRegisters.Fill(people), Gateway, _ => null);

        all.Addresses.Keys.ShouldBe(SectorCatalogue.All.Select(sector => sector.Organisation));
        all.Addresses.Values.ShouldBeUnique();
        all.Addresses.Values.ShouldAllBe(address => address.IsLoopback);
    }

    [Fact]
    public Task GetLeaves_ExpiredToken_IsRefused() => RefusedAsync(Token(key, Gateway, Audience, minutes: -5));

    [Fact]
    public async Task GetLeaves_RefusedCall_LeavesNothingInTheLog()
    {
        await RefusedAsync(null);

        system.Register.Given.ShouldBeEmpty();
    }

    public Task DisposeAsync() => host.DisposeAsync().AsTask();

    public void Dispose()
    {
        key.Dispose();
        otherKey.Dispose();
    }

    private static string AudienceOf(SectorSystem one) => one.Address.GetLeftPart(UriPartial.Authority);

    private async Task RefusedAsync(string? token) =>
        (await Should.ThrowAsync<RpcException>(() => CallAsync(token))).StatusCode.ShouldBe(StatusCode.Unauthenticated);

    private async Task<GetLeavesResponse> CallAsync(string? token)
    {
        using var channel = GrpcChannel.ForAddress(system.Address);
        var headers = new Metadata();
        if (token is not null)
        {
            headers.Add("authorization", "Bearer " + token);
        }

        var call = new SourceService.SourceServiceClient(channel).GetLeavesAsync(new GetLeavesRequest(), headers);
        return await call.ResponseAsync;
    }

    private static string Token(ECDsa signer, string issuer, string audience, int minutes, string keyId = KeyId)
    {
        var now = DateTime.UtcNow;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = now.AddMinutes(-10),
            IssuedAt = now.AddMinutes(-10),
            Expires = now.AddMinutes(minutes),
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(signer) { KeyId = keyId }, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
