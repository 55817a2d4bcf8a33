using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Receive.Batch;

/// <summary>Messages of a stream that no honest client sends.</summary>
public sealed class BatchMessageTests
{
    private const string Rpc = "/taushet.v1.SharingService/RequestInformationBatch";

    [Fact]
    public async Task Message_ThatIsNoProtobuf_FailsAloneByItsPlace()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        byte[][] unreadable = [[0xff, 0xff, 0xff], [0x0a, 0x7f, 0x01], [.. Enumerable.Repeat((byte)0x0b, 500)]];

        var (status, messages) = await SendAsync(
            gateway, [.. Good(), .. unreadable.SelectMany(message => RawCall.Frame(message)), .. Good()]);

        status.ShouldBe(StatusCode.OK);
        messages.Count(message => message.Answer?.Information is not null).ShouldBe(2);
        var errors = messages.Where(message => message.Error is not null).Select(message => message.Error).ToList();
        errors.Select(error => error.Position).Order().ShouldBe([1u, 2u, 3u]);
        errors.ShouldAllBe(error => error.RequestId.IsEmpty && error.Status.Code == (int)StatusCode.InvalidArgument);
        errors.ShouldAllBe(error => error.Status.Details.Count == 3);
    }

    [Fact]
    public async Task Message_WithoutItem_InvalidArgument()
    {
        await using var gateway = await TestGateway.StartPatientAsync();

        var (status, messages) = await SendAsync(gateway, RawCall.Frame([]));

        status.ShouldBe(StatusCode.OK);
        Details.Violations(messages.Single().Error.Status).ShouldBe(["request_id", "inquiry"]);
    }

    [Theory]
    [InlineData(StatusCode.ResourceExhausted, "too large")]
    [InlineData(StatusCode.InvalidArgument, "said to be packed but is not")]
    [InlineData(StatusCode.InvalidArgument, "a head that means nothing")]
    public async Task Message_ThatCannotBePassedOver_EndsTheStreamAfterTheAnswersBefore(StatusCode expected, string what)
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { MaxRequestBytes = 1 << 18, SourceTimeout = TimeSpan.FromSeconds(20) });
        var frame = what switch
        {
            "too large" => RawCall.Frame(new byte[(1 << 18) + 1]),
            "said to be packed but is not" => RawCall.Frame([1, 2, 3, 4], packed: true),
            _ => [7, 0, 0, 0, 0],
        };

        var (status, messages) = await SendAsync(gateway, [.. Good(), .. Good(), .. frame, .. Good()]);

        status.ShouldBe(expected);
        messages.Count.ShouldBe(2);
        messages.ShouldAllBe(message => message.Answer.Information != null);
        gateway.Sink.Lines.ShouldAllBe(line => !line.Contains("met a fault", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_CutOff_EndsTheStreamAsTheCallersFault()
    {
        await using var gateway = await TestGateway.StartPatientAsync();

        var (status, messages) = await SendAsync(gateway, [.. Good(), .. Good()[..40]]);

        messages.Single().Answer.ShouldNotBeNull();
        status.ShouldBe(StatusCode.Internal);
        gateway.Sink.Lines.ShouldAllBe(line => !line.Contains("met a fault", StringComparison.Ordinal));
    }

    private static byte[] Good() => RawCall.Frame(new RequestInformationBatchRequest
    {
        Item = Town.Request(Town.Order(Town.Known, Cell.Attendance)),
    }.ToByteArray());

    private static async Task<(StatusCode Status, List<RequestInformationBatchResponse> Messages)> SendAsync(TestGateway gateway, byte[] body)
    {
        var token = gateway.Issuer.Issue(Town.Barnevern, gateway.Clock.Now);
        var (status, messages) = await RawCall.SendAsync(gateway, Rpc, body, token, ("grpc-encoding", "gzip"));
        return (status, messages.ConvertAll(message => RequestInformationBatchResponse.Parser.ParseFrom(message))
            .FindAll(message => message.Checkpoint is null));
    }
}
