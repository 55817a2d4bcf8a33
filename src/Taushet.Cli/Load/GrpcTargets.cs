using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Net.Client;
using Taushet.V1;

namespace Taushet.Cli.Load;

/// <summary>Makes load targets of gRPC servers. All are called in the same way: same channel settings, same token, same request.</summary>
/// <param name="token">The access token.</param>
/// <param name="request">The request; every call gets an id of its own.</param>
public sealed class GrpcTargets(string token, RequestInformationRequest request) : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly List<GrpcChannel> channels = [];

    /// <summary>A server asked for information.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="address">Its loopback address.</param>
    /// <param name="receipted">Whether the answer must carry a receipt.</param>
    public LoadTarget Request(string name, Uri address, bool receipted)
    {
        var client = new SharingService.SharingServiceClient(Channel(address));
        return new LoadTarget(name, async cancellation =>
        {
            var call = new RequestInformationRequest(request) { RequestId = NewId() };
            using var answer = client.RequestInformationAsync(call, Options(cancellation));
            var response = await answer;
            Expect(!receipted || response.Receipt is { LeafHash.Length: 32 }, "an answer came without a receipt");
            Expect(response.RequestId == call.RequestId, "an answer came to another request");
        });
    }

    /// <summary>A gateway asked for the public explanation.</summary>
    public LoadTarget Preview(string name, Uri address)
    {
        var client = new SharingService.SharingServiceClient(Channel(address));
        return new LoadTarget(name, async cancellation =>
        {
            var call = new PreviewRequest { Inquiry = request.Inquiry, RequestId = NewId() };
            using var answer = client.PreviewAsync(call, Options(cancellation));
            Expect((await answer).Receipt is { LeafHash.Length: 32 }, "an answer came without a receipt");
        });
    }

    /// <inheritdoc/>
    public void Dispose() => channels.ForEach(channel => channel.Dispose());

    private static void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidDataException(otherwise);
        }
    }

    private static Google.Protobuf.ByteString NewId() =>
        Google.Protobuf.ByteString.CopyFrom(RandomNumberGenerator.GetBytes(16));

    private CallOptions Options(CancellationToken cancellation) =>
        new CallOptions(new Metadata { { "authorization", "Bearer " + token } }, cancellationToken: cancellation);

    private GrpcChannel Channel(Uri address)
    {
        var channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler
            {
                EnableMultipleHttp2Connections = true,
                ConnectTimeout = ConnectTimeout,

                // Loopback only: neither a proxy nor a redirect takes the token elsewhere.
                UseProxy = false,
                AllowAutoRedirect = false,
            },
            DisposeHttpClient = true,
        });
        channels.Add(channel);
        return channel;
    }
}
