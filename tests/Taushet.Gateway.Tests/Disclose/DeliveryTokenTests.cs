using Grpc.Core;
using Taushet.Gateway.Tests.Holder;
using Taushet.Gateway.Tests.Receive.Batch;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Disclose;

/// <summary>Streams that wait, and outlive what let their caller in.</summary>
public sealed class DeliveryTokenTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Receive_TokenExpiresMidway_EndsAndNothingMoreIsDelivered()
    {
        await using var scene = await DisclosureScene.StartAsync();
        await scene.SubmitAsync(DisclosureScene.Report());
        using var call = Receive(scene, BatchTokenTests.ShortLived(scene.Gateway, Town.Barnevern));
        (await call.ResponseStream.MoveNext(default).WaitAsync(Soon)).ShouldBeTrue();

        scene.Gateway.Clock.Now += TimeSpan.FromSeconds(25);
        var report = DisclosureScene.Report();
        await scene.SubmitAsync(report);
        var end = await EndAsync(call);

        (end.Error.StatusCode, end.Error.Status.Detail.Contains("get a new one", StringComparison.Ordinal)).ShouldBe((StatusCode.Unauthenticated, true));
        end.Deliveries.ShouldAllBe(delivery => delivery.Attempt > 1);
        (await scene.ReceiveAsync(2)).Count.ShouldBe(2);
    }

    /// <summary>INVARIANT: nothing is delivered to a receiver whose registration or integration has ended since the stream began.</summary>
    [Fact]
    public async Task Receive_ReceiverRevokedMidway_EndsAndNothingMoreIsDelivered()
    {
        await using var scene = await DisclosureScene.StartAsync();
        using var call = Receive(scene, scene.Gateway.As(Town.Barnevern));
        await scene.SubmitAsync(DisclosureScene.Report());
        (await call.ResponseStream.MoveNext(default).WaitAsync(Soon)).ShouldBeTrue();

        await BatchTokenTests.RevokeAsync(scene.Gateway, Town.Barnevern, Core.Vocabulary.Service.Barnevern);
        var end = await EndAsync(call);

        (end.Error.StatusCode, Details.Reason(end.Error)).ShouldBe((StatusCode.PermissionDenied, "NOT_REGISTERED"));
    }

    [Fact]
    public async Task Watch_TokenExpiresMidway_EndsAndWhatIsGivenLaterIsForAnotherCall()
    {
        await using var scene = await InboxScene.StartAsync();
        var handle = (await scene.AskAsync(Town.Known)).Pending.Handle;
        using var watch = Watch(scene, handle, BatchTokenTests.ShortLived(scene.Gateway, Town.School));
        var next = watch.ResponseStream.MoveNext(default);
        await Task.Delay(200);
        next.IsCompleted.ShouldBeFalse();

        scene.Gateway.Clock.Now += TimeSpan.FromSeconds(25);
        var error = await Should.ThrowAsync<RpcException>(next.WaitAsync(Soon));

        (error.StatusCode, error.Status.Detail.Contains("get a new one", StringComparison.Ordinal)).ShouldBe((StatusCode.Unauthenticated, true));
        await scene.AnswerAsync(handle, 1, Cell.ClientRelation);
        using var again = Watch(scene, handle, scene.Gateway.As(Town.School));
        (await again.ResponseStream.MoveNext(default).WaitAsync(Soon)).ShouldBeTrue();
    }

    [Fact]
    public async Task Watch_ReceiverRevokedMidway_IsNotGivenTheResult()
    {
        await using var scene = await InboxScene.StartAsync();
        var handle = (await scene.AskAsync(Town.Known)).Pending.Handle;
        using var watch = Watch(scene, handle, scene.Gateway.As(Town.School));
        var next = watch.ResponseStream.MoveNext(default);

        await BatchTokenTests.RevokeAsync(scene.Gateway, Town.School, Core.Vocabulary.Service.PrimarySchool);
        await scene.AnswerAsync(handle, 1, Cell.ClientRelation);

        (await Should.ThrowAsync<RpcException>(next.WaitAsync(Soon))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private static AsyncServerStreamingCall<ReceiveDisclosuresResponse> Receive(DisclosureScene scene, Metadata headers) =>
        scene.Receiver.ReceiveDisclosures(
            new ReceiveDisclosuresRequest { Receiver = DisclosureScene.Barnevern }, headers, DateTime.UtcNow + Soon);

    private static AsyncServerStreamingCall<WatchPendingResultResponse> Watch(InboxScene scene, Google.Protobuf.ByteString handle, Metadata headers) =>
        scene.Results.WatchPendingResult(
            new WatchPendingResultRequest { Receiver = DisclosureScene.School, Handle = handle }, headers, DateTime.UtcNow + Soon);

    private static async Task<(RpcException Error, List<Delivery> Deliveries)> EndAsync(AsyncServerStreamingCall<ReceiveDisclosuresResponse> call)
    {
        var deliveries = new List<Delivery>();
        var error = await Should.ThrowAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(default).WaitAsync(Soon))
            {
                deliveries.Add(call.ResponseStream.Current.Delivery);
            }
        });
        return (error, deliveries);
    }
}
