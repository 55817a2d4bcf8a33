using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Client;
using Taushet.Compat.V1;

namespace Taushet.Compat.Tests.Wire;

/// <summary>Compressed messages in both directions, by the providers of the stand-in.</summary>
public sealed class CompressionTests
{
    private static readonly UnaryRequest Long = new() { Text = new string('x', 50_000) };

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Unary_ClientCompresses_ServerReadsIt(string encoding)
    {
        string? seen = null;
        await using var server = await EchoServer.StartAsync(new()
        {
            Unary = (request, context) =>
            {
                seen = context.GetHttpContext().Request.Headers["grpc-encoding"];
                return Task.FromResult(new UnaryResponse { Request = request });
            },
        });

        var response = await server.Client.UnaryAsync(Long, new Metadata { { "grpc-internal-encoding-request", encoding } });

        seen.ShouldBe(encoding);
        response.Request.ShouldBe(Long);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Unary_ServerCompresses_ClientReadsIt(string encoding)
    {
        using var spy = new EncodingSpy();
        await using var server = await EchoServer.StartAsync(
            server: options =>
            {
                options.ResponseCompressionAlgorithm = encoding;
                options.ResponseCompressionLevel = CompressionLevel.Fastest;
            },
            channel: new GrpcChannelOptions { HttpHandler = spy });

        var response = await server.Client.UnaryAsync(Long);

        spy.Encoding.ShouldBe(encoding);
        response.Request.ShouldBe(Long);
    }

    private sealed class EncodingSpy() : DelegatingHandler(new SocketsHttpHandler())
    {
        public string? Encoding { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            Encoding = response.Headers.GetValues("grpc-encoding").Single();
            return response;
        }
    }
}
