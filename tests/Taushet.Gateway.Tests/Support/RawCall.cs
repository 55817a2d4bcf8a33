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
    private const string Single = "/taushet.v1.SharingService/RequestInformation";
    private const int FrameHead = 5;

    /// <summary>Calls RequestInformation with a message and headers of the test's own.</summary>
    public static Task<StatusCode> SendAsync(
        TestGateway gateway, byte[] message, string token, params (string Name, string Value)[] headers) =>
        SendAsync(gateway, message, token, packed: false, headers);

    /// <summary>Calls RequestInformation with a message that says of itself whether it is compressed.</summary>
    public static async Task<StatusCode> SendAsync(
        TestGateway gateway, byte[] message, string token, bool packed, params (string Name, string Value)[] headers) =>
        (await SendAsync(gateway, Single, Frame(message, packed), token, headers)).Status;

    /// <summary>Calls any rpc with a body of the test's own.</summary>
    /// <returns>The status, and the messages that came before it.</returns>
    public static async Task<(StatusCode Status, List<byte[]> Messages)> SendAsync(
        TestGateway gateway, string rpc, byte[] body, string token, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(GatewayHost.AddressOf(gateway.Host), rpc))
        {
            Content = new ByteArrayContent(body),
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
        var answered = await response.Content.ReadAsByteArrayAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var all = response.Headers.Concat(response.TrailingHeaders).ToList();
        foreach (var (name, values) in all)
        {
            gateway.Sink.Lines.Enqueue($"wire {name} {string.Join(',', values)}");
        }

        var status = all.First(header => header.Key == "grpc-status").Value.First();
        return ((StatusCode)int.Parse(status, CultureInfo.InvariantCulture), Messages(answered));
    }

    /// <summary>A message with its head: whether it is compressed, and its length.</summary>
    public static byte[] Frame(byte[] message, bool packed = false)
    {
        var framed = new byte[message.Length + FrameHead];
        framed[0] = packed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed, FrameHead);
        return framed;
    }

    private static List<byte[]> Messages(byte[] body)
    {
        var messages = new List<byte[]>();
        for (var place = 0; place < body.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(place + 1));
            messages.Add(body.AsSpan(place + FrameHead, length).ToArray());
            place += FrameHead + length;
        }

        return messages;
    }
}
