using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Receive;

/// <summary>Messages that come compressed.</summary>
public sealed class PackedMessageTests
{
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
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(64L << 20);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Message_Packed_IsReadLikeAnyOther(string encoding)
    {
        await using var gateway = await TestGateway.StartAsync();
        var message = Town.Request(Town.Order(Town.Known, Cell.Attendance)).ToByteArray();

        (await RawCall.SendAsync(gateway, Packing.Pack(message, encoding), Token(gateway), packed: true, ("grpc-encoding", encoding)))
            .ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task Message_SaidToBePackedButIsNot_InvalidArgument()
    {
        await using var gateway = await TestGateway.StartAsync();

        (await RawCall.SendAsync(gateway, [1, 2, 3, 4], Token(gateway), packed: true, ("grpc-encoding", "gzip")))
            .ShouldBe(StatusCode.InvalidArgument);
    }

    private static string Token(TestGateway gateway) => gateway.Issuer.Issue(Town.Barnevern, gateway.Clock.Now);
}
