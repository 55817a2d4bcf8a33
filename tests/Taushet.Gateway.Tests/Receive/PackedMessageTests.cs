using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Receive;

/// <summary>Messages that come compressed. What they cost is measured, so that nothing else may run meanwhile.</summary>
[Collection(Alone.Name)]
public sealed class PackedMessageTests
{
    private const string Batch = "/taushet.v1.SharingService/RequestInformationBatch";
    private const long Cheap = 64L << 20;

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Message_SmallWhenPackedAndHugeUnpacked_IsNeverUnpackedWhole(string encoding)
    {
        await using var gateway = await TestGateway.StartAsync();
        var bomb = Packing.Bomb(encoding);
        bomb.Length.ShouldBeLessThan(1 << 20);
        var before = GC.GetTotalAllocatedBytes();

        var status = await RawCall.SendAsync(gateway, bomb, Token(gateway), packed: true, ("grpc-encoding", encoding));

        status.ShouldBe(StatusCode.ResourceExhausted);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(Cheap);
    }

    [Fact]
    public async Task MessageOfAStream_SmallWhenPackedAndHugeUnpacked_EndsTheStreamAfterTheAnswersBefore()
    {
        await using var gateway = await TestGateway.StartAsync();
        var good = RawCall.Frame(new RequestInformationBatchRequest { Item = Request() }.ToByteArray());
        byte[] body = [.. good, .. RawCall.Frame(Packing.Bomb("gzip"), packed: true), .. good];
        var before = GC.GetTotalAllocatedBytes();

        var (status, messages) = await RawCall.SendAsync(gateway, Batch, body, Token(gateway), ("grpc-encoding", "gzip"));

        status.ShouldBe(StatusCode.ResourceExhausted);
        messages.Select(message => RequestInformationBatchResponse.Parser.ParseFrom(message))
            .Count(message => message.Answer is not null).ShouldBe(1);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(Cheap);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Message_Packed_IsReadLikeAnyOther(string encoding)
    {
        await using var gateway = await TestGateway.StartAsync();
        var packed = Packing.Pack(Request().ToByteArray(), encoding);

        (await RawCall.SendAsync(gateway, packed, Token(gateway), packed: true, ("grpc-encoding", encoding))).ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task Message_SaidToBePackedButIsNot_InvalidArgument()
    {
        await using var gateway = await TestGateway.StartAsync();

        (await RawCall.SendAsync(gateway, [1, 2, 3, 4], Token(gateway), packed: true, ("grpc-encoding", "gzip")))
            .ShouldBe(StatusCode.InvalidArgument);
    }

    private static RequestInformationRequest Request() => Town.Request(Town.Order(Town.Known, Cell.Attendance));

    private static string Token(TestGateway gateway) => gateway.Issuer.Issue(Town.Barnevern, gateway.Clock.Now);
}
