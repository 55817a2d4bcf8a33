using Google.Protobuf;
using Grpc.Core;
using Taushet.Compat.V1;

namespace Taushet.Compat.Tests.Wire;

/// <summary>The four kinds of call.</summary>
public sealed class CallKindTests
{
    private static readonly UnaryRequest Full = new()
    {
        Text = "blåbær",
        Number = 0,
        Raw = ByteString.CopyFrom(0, 255),
        Kinds = { Kind.One, Kind.Unspecified },
        Counts = { ["a"] = long.MaxValue },
    };

    [Fact]
    public async Task Unary_EveryFieldKind_ComesBack()
    {
        await using var server = await EchoServer.StartAsync();

        (await server.Client.UnaryAsync(Full)).Request.ShouldBe(Full);
    }

    [Fact]
    public async Task Unary_LargeMessage_ComesBack()
    {
        await using var server = await EchoServer.StartAsync();
        var request = new UnaryRequest { Text = new string('x', 1_000_000) };

        (await server.Client.UnaryAsync(request)).Request.ShouldBe(request);
    }

    [Fact]
    public async Task BlockingUnary_Request_ComesBack()
    {
        await using var server = await EchoServer.StartAsync();

        server.Client.Unary(Full).Request.ShouldBe(Full);
    }

    [Fact]
    public async Task ServerStream_ThreeTimes_GivesThreeInOrder()
    {
        await using var server = await EchoServer.StartAsync();
        using var call = server.Client.ServerStream(new() { Text = "a", Times = 3 });

        var texts = new List<string>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            texts.Add(response.Text);
        }

        texts.ShouldBe(["a 0", "a 1", "a 2"]);
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task ClientStream_ThreeRequests_GivesOneResponse()
    {
        await using var server = await EchoServer.StartAsync();
        using var call = server.Client.ClientStream();

        foreach (var text in (string[])["a", "b", "c"])
        {
            await call.RequestStream.WriteAsync(new() { Text = text });
        }

        await call.RequestStream.CompleteAsync();
        (await call).Text.ShouldBe("a b c");
    }

    [Fact]
    public async Task Duplex_EachRequest_IsAnsweredBeforeTheNext()
    {
        await using var server = await EchoServer.StartAsync();
        using var call = server.Client.Duplex();

        foreach (var text in (string[])["a", "b", "c"])
        {
            await call.RequestStream.WriteAsync(new() { Text = text }, CancellationToken.None);
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.Text.ShouldBe(text);
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
    }
}
