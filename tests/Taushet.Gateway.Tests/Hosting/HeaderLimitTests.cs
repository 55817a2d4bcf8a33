using Google.Protobuf;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Hosting;

/// <summary>Headers that no client sends: refused alone, while the connection and its other calls go on.</summary>
public sealed class HeaderLimitTests
{
    private const string Rpc = "/taushet.v1.SharingService/RequestInformation";
    private const int Refused = 431;

    [Fact]
    public async Task Headers_TooLargeOrTooMany_RefusedAndTheConnectionSurvives()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var connection = await RawConnection.OpenAsync(GatewayHost.AddressOf(gateway.Host));
        (string Name, string Value)[][] rubbish =
        [
            [("x-rubbish", new string('x', 40_000))],
            [("authorization", $"Bearer {new string('A', 33_000)}")],
            [.. Enumerable.Range(0, 100).Select(place => ($"x-{place}", "1"))],
            [.. Enumerable.Range(0, 40).Select(place => ($"x-{place}", new string('x', 900)))],
            [.. Enumerable.Repeat(("cookie", "a=b"), 100)],
        ];
        foreach (var headers in rubbish)
        {
            (await SendAsync(gateway, connection, headers)).ShouldBe(Refused);
            (await SendAsync(gateway, connection, [])).ShouldBe(200);
        }

        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(rubbish.Length);
    }

    [Fact]
    public async Task Headers_FarTooLargeOrEndless_ConnectionClosedAndTheGatewayGoesOn()
    {
        await using var gateway = await TestGateway.StartAsync();
        (string Name, string Value)[][] rubbish =
        [
            [("x-rubbish", new string('x', 500_000))],
            [.. Enumerable.Range(0, 5_000).Select(place => ($"x-{place}", "1"))],
        ];
        foreach (var headers in rubbish)
        {
            using var connection = await RawConnection.OpenAsync(GatewayHost.AddressOf(gateway.Host));
            (await SendAsync(gateway, connection, headers)).ShouldBeNull();

            using var other = await RawConnection.OpenAsync(GatewayHost.AddressOf(gateway.Host));
            (await SendAsync(gateway, other, [])).ShouldBe(200);
        }
    }

    private static Task<int?> SendAsync(TestGateway gateway, RawConnection connection, (string Name, string Value)[] headers) =>
        connection.SendAsync(
            Rpc,
            [
                ("content-type", "application/grpc"),
                ("te", "trailers"),
                .. gateway.As(Town.School).Select(header => (header.Key, header.Value)),
                .. headers,
            ],
            RawCall.Frame(Town.Request(Town.Plain(Town.Known, Cell.ClinicalDiagnosis)).ToByteArray()));
}
