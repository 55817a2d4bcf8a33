using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Taushet.Gateway.Hosting;

namespace Taushet.Gateway.Tests.Support;

/// <summary>A call written byte by byte, as no gRPC library would.</summary>
internal static class RawCall
{
    /// <summary>Calls RequestInformation with a message and headers of the test's own.</summary>
    public static async Task<StatusCode> SendAsync(
        TestGateway gateway, byte[] message, string token, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        var framed = new byte[message.Length + 5];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed, 5);
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(GatewayHost.AddressOf(gateway.Host), "/taushet.v1.SharingService/RequestInformation"))
        {
            Content = new ByteArrayContent(framed),
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        request.Headers.TryAddWithoutValidation("authorization", $"Bearer {token}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var all = response.Headers.Concat(response.TrailingHeaders).ToList();
        foreach (var (name, values) in all)
        {
            gateway.Sink.Lines.Enqueue($"wire {name} {string.Join(',', values)}");
        }

        var status = all.First(header => header.Key == "grpc-status").Value.First();
        return (StatusCode)int.Parse(status, CultureInfo.InvariantCulture);
    }
}
