using Grpc.Core;
using Grpc.Net.Client;
using Taushet.Compat.V1;

namespace Taushet.Compat.Tests.Wire;

/// <summary>Metadata in both directions, and credentials, which are metadata too.</summary>
public sealed class HeaderTests
{
    private static readonly byte[] Bytes = [0, 10, 13, 200, 255];

    [Fact]
    public async Task Unary_RequestHeaders_ReachTheHandler()
    {
        Metadata? seen = null;
        await using var server = await EchoServer.StartAsync(Observing(context => seen = context.RequestHeaders));

        await server.Client.UnaryAsync(new(), new Metadata { { "X-Text", "1" }, { "x-raw-bin", Bytes } });

        seen!.GetValue("x-text").ShouldBe("1");
        seen!.GetValueBytes("x-raw-bin").ShouldBe(Bytes);
    }

    [Fact]
    public async Task Unary_HeadersAndTrailers_ReachTheClient()
    {
        await using var server = await EchoServer.StartAsync(new()
        {
            Unary = async (_, context) =>
            {
                await context.WriteResponseHeadersAsync(new Metadata { { "early", "1" }, { "early-bin", Bytes } });
                context.ResponseTrailers.Add("late", "2");
                context.ResponseTrailers.Add("late-bin", Bytes);
                return new UnaryResponse();
            },
        });

        using var call = server.Client.UnaryAsync(new());
        var headers = await call.ResponseHeadersAsync;
        await call;

        headers.GetValue("early").ShouldBe("1");
        headers.GetValueBytes("early-bin").ShouldBe(Bytes);
        call.GetTrailers().GetValue("late").ShouldBe("2");
        call.GetTrailers().GetValueBytes("late-bin").ShouldBe(Bytes);
    }

    [Fact]
    public async Task Unary_Context_TellsMethodHostAndPeer()
    {
        (string Method, string Host, string Peer, bool Authenticated)? seen = null;
        await using var server = await EchoServer.StartAsync(Observing(context =>
            seen = (context.Method, context.Host, context.Peer, context.AuthContext.IsPeerAuthenticated)));

        await server.Client.UnaryAsync(new());

        seen!.Value.Method.ShouldBe("/taushet.compat.v1.EchoService/Unary");
        seen.Value.Host.ShouldBe(server.Channel.Target);
        seen.Value.Peer.ShouldStartWith("ipv4:127.0.0.1:");
        seen.Value.Authenticated.ShouldBeFalse();
    }

    [Fact]
    public async Task Unary_CallCredentials_AddHeaders()
    {
        Metadata? seen = null;
        await using var server = await EchoServer.StartAsync(
            Observing(context => seen = context.RequestHeaders),
            channel: new GrpcChannelOptions
            {
                UnsafeUseInsecureChannelCallCredentials = true,
                Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, Adding("of-channel")),
            });

        await server.Client.UnaryAsync(
            new(), new CallOptions(credentials: CallCredentials.Compose(Adding("first"), Adding("second"))));

        seen!.Get("of-channel").ShouldNotBeNull();
        seen!.Get("first").ShouldNotBeNull();
        seen!.Get("second").ShouldNotBeNull();
    }

    private static EchoHandlers Observing(Action<ServerCallContext> observe) => new()
    {
        Unary = (request, context) =>
        {
            observe(context);
            return Task.FromResult(new UnaryResponse { Request = request });
        },
    };

    private static CallCredentials Adding(string key) => CallCredentials.FromInterceptor((context, metadata) =>
    {
        metadata.Add(key, context.MethodName);
        return Task.CompletedTask;
    });
}
