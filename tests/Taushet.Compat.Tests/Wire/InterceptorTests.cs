using Grpc.Core;
using Grpc.Core.Interceptors;
using Taushet.Compat.V1;
using Client = Taushet.Compat.V1.EchoService.EchoServiceClient;

namespace Taushet.Compat.Tests.Wire;

/// <summary>Interceptors around real calls, on both sides.</summary>
public sealed class InterceptorTests
{
    [Fact]
    public async Task ServerInterceptor_AroundEveryKind_SeesEachCall()
    {
        var journal = new Journal();
        await using var server = await EchoServer.StartAsync(
            server: options => options.Interceptors.Add<JournalInterceptor>(journal));

        await server.Client.UnaryAsync(new());
        using var serverStream = server.Client.ServerStream(new() { Times = 1 });
        (await serverStream.ResponseStream.MoveNext()).ShouldBeTrue();
        using var clientStream = server.Client.ClientStream();
        await clientStream.RequestStream.CompleteAsync();
        await clientStream;
        using var duplex = server.Client.Duplex();
        await duplex.RequestStream.CompleteAsync();
        (await duplex.ResponseStream.MoveNext()).ShouldBeFalse();

        journal.Lines.ShouldBe(["Unary", "ServerStream", "ClientStream", "Duplex"]);
    }

    [Fact]
    public async Task ServerInterceptor_UserState_ReachesTheHandler()
    {
        var journal = new Journal();
        object? seen = null;
        await using var server = await EchoServer.StartAsync(
            new()
            {
                Unary = (_, context) =>
                {
                    seen = context.UserState["journal"];
                    return Task.FromResult(new UnaryResponse());
                },
            },
            options => options.Interceptors.Add<JournalInterceptor>(journal));

        await server.Client.UnaryAsync(new());

        seen.ShouldBe(journal);
    }

    [Fact]
    public async Task ServerInterceptor_Throws_HandlerIsNotReached()
    {
        var reached = false;
        await using var server = await EchoServer.StartAsync(
            new()
            {
                Unary = (_, _) =>
                {
                    reached = true;
                    return Task.FromResult(new UnaryResponse());
                },
            },
            options => options.Interceptors.Add<RefusingInterceptor>());

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client.UnaryAsync(new()));

        failure.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        reached.ShouldBeFalse();
    }

    [Fact]
    public async Task ClientInterceptor_OfHeaders_ReachesTheHandler()
    {
        string? seen = null;
        await using var server = await EchoServer.StartAsync(new()
        {
            Unary = (_, context) =>
            {
                seen = context.RequestHeaders.GetValue("added");
                return Task.FromResult(new UnaryResponse());
            },
        });
        var client = new Client(server.Channel.Intercept(headers =>
        {
            headers.Add("added", "1");
            return headers;
        }));

        await client.UnaryAsync(new());

        seen.ShouldBe("1");
    }

    private sealed class Journal
    {
        public List<string> Lines { get; } = [];
    }

    private sealed class RefusingInterceptor : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new RpcException(new Status(StatusCode.PermissionDenied, "no"));
    }

    private sealed class JournalInterceptor(Journal journal) : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            Note(context);
            return base.UnaryServerHandler(request, context, continuation);
        }

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            ServerCallContext context,
            ClientStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note(context);
            return base.ClientStreamingServerHandler(requestStream, context, continuation);
        }

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note(context);
            return base.ServerStreamingServerHandler(request, responseStream, context, continuation);
        }

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note(context);
            return base.DuplexStreamingServerHandler(requestStream, responseStream, context, continuation);
        }

        private void Note(ServerCallContext context)
        {
            journal.Lines.Add(context.Method.Split('/')[^1]);
            context.UserState["journal"] = journal;
        }
    }
}
