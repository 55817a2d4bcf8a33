using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Taushet.Client;
using Taushet.Core.Trail;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Disclose;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Receive_Submitted_ComesWithItsProofItsDeadlinesAndItsPlace()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var report = DisclosureScene.Report();
        var submitted = await scene.SubmitAsync(report);

        var delivery = (await scene.ReceiveAsync(1))[0].Delivery;

        delivery.DeliveryId.ShouldBe(submitted.DeliveryId);
        delivery.Disclosure.ShouldBe(submitted.Delivered);
        (delivery.ChannelPlace, delivery.Attempt).ShouldBe((1u, 1u));
        new ReceiptCheck(scene.Gateway.LogKeys).Check(delivery).Match(_ => "holds", broken => broken.Text).ShouldBe("holds");
        new KeptCheck(new ReceiptCheck(scene.Gateway.LogKeys)).Check(delivery.ToByteArray())
            .ShouldBeOfType<KeptVerdict.Holds>().Covers.ShouldBe(ReceiptCover.Released);
        delivery.Deadlines.Select(deadline => (deadline.Kind, deadline.LastDay, deadline.Days)).ShouldBe(
        [
            (DisclosureDeadlineKind.Review, "2026-09-08", 7u),
            (DisclosureDeadlineKind.Feedback, "2026-09-22", 21u),
            (DisclosureDeadlineKind.FeedbackAfterInvestigation, string.Empty, 21u),
        ]);
        delivery.Deadlines[1].Tell.ShouldBe([Cell.DecisionsReceived, Cell.DecisionsInvestigationOpened]);
    }

    /// <summary>
    /// INVARIANT: what is delivered comes out of a stored disclosure, which exists only with its entry: nothing is delivered that no entry
    /// tells of.
    /// </summary>
    [Fact]
    public async Task Receive_EntryThatCouldNotBeStored_DeliversNothing()
    {
        await using var scene = await DisclosureScene.StartAsync();
        scene.Gateway.Scripted.AuditDown = true;
        await scene.RefusedAsync(DisclosureScene.Report());
        scene.Gateway.Scripted.AuditDown = false;

        (await scene.ReceiveForAsync(TimeSpan.FromMilliseconds(300))).ShouldBeEmpty();
        (await scene.Gateway.Store.Trail.CountAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task Receive_Unacknowledged_ComesAgainOnTheSameStreamUntilItIsAcknowledged()
    {
        await using var scene = await DisclosureScene.StartAsync();
        await scene.SubmitAsync(DisclosureScene.Report());

        var thrice = await scene.ReceiveAsync(3);
        thrice.Select(one => one.Delivery.DeliveryId).Distinct().Count().ShouldBe(1);
        thrice.Select(one => one.Delivery.Attempt).ShouldBe([1u, 2u, 3u]);
        await scene.AcknowledgeAsync(thrice[0].Delivery);

        (await scene.ReceiveForAsync(TimeSpan.FromMilliseconds(400))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Receive_ManyChildren_InTheOrderOfSubmissionWithPlacesWithoutGaps()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var children = new[] { Town.Known, Town.Consenting, Town.Known, Town.Unknown, Town.Known };
        var ids = new List<ByteString>();
        foreach (var child in children)
        {
            ids.Add((await scene.SubmitAsync(DisclosureScene.Report(child))).DeliveryId);
        }

        var received = await scene.ReceiveAsync(5);

        received.Select(one => one.Delivery.DeliveryId).ShouldBe(ids);
        received.Select(one => one.Delivery.ChannelPlace).ShouldBe([1u, 1u, 2u, 1u, 3u]);
        received.Select(one => one.Delivery.Channel).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Receive_WithAResumeToken_GoesOnThereAndComesBackToWhatIsOpen()
    {
        await using var scene = await DisclosureScene.StartAsync(options => options with { Redelivery = TimeSpan.FromSeconds(1) });
        for (var n = 0; n < 4; n++)
        {
            await scene.SubmitAsync(DisclosureScene.Report());
        }

        var first = await scene.ReceiveAsync(2);
        var rest = await scene.ReceiveAsync(6, token: first[1].ResumeToken);

        rest.Take(2).Select(one => one.Delivery.ChannelPlace).ShouldBe([3u, 4u]);
        rest.Skip(2).Take(2).Select(one => one.Delivery.ChannelPlace).ShouldBe([1u, 2u]);
    }

    [Fact]
    public async Task Receive_WhatIsSubmittedMeanwhile_ComesOnTheOpenStream()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var receiving = scene.ReceiveAsync(1);
        await Task.Delay(100);

        var submitted = await scene.SubmitAsync(DisclosureScene.Report());

        (await receiving)[0].Delivery.DeliveryId.ShouldBe(submitted.DeliveryId);
    }

    [Fact]
    public async Task Acknowledge_InAnyOrderAndAgain_CountsOnceAndKeepsTheFirstReceipt()
    {
        await using var scene = await DisclosureScene.StartAsync();
        for (var n = 0; n < 3; n++)
        {
            await scene.SubmitAsync(DisclosureScene.Report());
        }

        var received = await scene.ReceiveAsync(3);
        foreach (var one in Enumerable.Reverse(received))
        {
            (await scene.AcknowledgeAsync(one.Delivery)).RepeatedAcknowledgement.ShouldBeFalse();
        }

        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.AcknowledgeAsync(received[0].Delivery, "journal-other")));

        again.ShouldAllBe(one => one.RepeatedAcknowledgement && one.ReceiverReceipt.ToStringUtf8() == "journal-1" && one.Receipt == null);
        (await KindsAsync(scene)).Count(kind => kind == EntryKind.DisclosureReceived).ShouldBe(3);
    }

    [Fact]
    public async Task Delivery_OfAnother_IsNotFoundAndNotReceived()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var submitted = await scene.SubmitAsync(DisclosureScene.Report());
        var delivery = new Delivery { DeliveryId = submitted.DeliveryId };

        (await Should.ThrowAsync<RpcException>(() => scene.AcknowledgeAsync(delivery, receiver: DisclosureScene.School)))
            .StatusCode.ShouldBe(StatusCode.NotFound);
        (await scene.ReceiveForAsync(TimeSpan.FromMilliseconds(200), DisclosureScene.School)).ShouldBeEmpty();
        (await Should.ThrowAsync<RpcException>(async () =>
        {
            using var call = scene.Receiver.ReceiveDisclosures(
                new ReceiveDisclosuresRequest { Receiver = DisclosureScene.Barnevern }, scene.Gateway.As(Town.School));
            await call.ResponseStream.MoveNext(default);
        })).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Accounts_OfBothSides_TellEveryDisclosureAndWhatIsOverdue()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var vague = DisclosureScene.Report();
        vague.Ground.ReportOfConcern.Certainty = Certainty.Vague;
        await scene.SubmitAsync(vague);
        for (var n = 0; n < 3; n++)
        {
            await scene.SubmitAsync(DisclosureScene.Report());
        }

        await scene.AcknowledgeAsync((await scene.ReceiveAsync(1))[0].Delivery);
        scene.Gateway.Clock.Now += TimeSpan.FromHours(2);

        foreach (var (party, side) in new[] { (DisclosureScene.School, DisclosureSide.Sender), (DisclosureScene.Barnevern, DisclosureSide.Receiver) })
        {
            var tokens = scene.Gateway.As(party.OrganisationNumber);
            var account = await scene.Receiver.ReconcileDisclosuresAsync(new ReconcileDisclosuresRequest { Party = party, Side = side }, tokens);
            account.Holds.ShouldBeTrue();
            var total = account.Total;
            (total.Submitted, total.Acknowledged, total.Open, total.Nothing, total.Proven).ShouldBe((4ul, 1ul, 2ul, 1ul, 4ul));
            total.OldestOpen.ShouldBe(Timestamp.FromDateTimeOffset(TestGateway.Start));
            var overdue = await scene.Receiver.ListOverdueDeliveriesAsync(
                new ListOverdueDeliveriesRequest { Party = party, Side = side, PageSize = 1 }, tokens);
            var next = await scene.Receiver.ListOverdueDeliveriesAsync(
                new ListOverdueDeliveriesRequest { Party = party, Side = side, PageSize = 1, PageToken = overdue.NextPageToken }, tokens);
            next.NextPageToken.ShouldBeEmpty();
            next.Deliveries.ShouldHaveSingleItem().DeliveryId.ShouldNotBe(overdue.Deliveries.ShouldHaveSingleItem().DeliveryId);
            var none = new ListOverdueDeliveriesRequest { Party = party, Side = side, OpenMinutes = 180 };
            (await scene.Receiver.ListOverdueDeliveriesAsync(none, tokens)).Deliveries.ShouldBeEmpty();
        }

        (await Should.ThrowAsync<RpcException>(async () => await scene.Receiver.ReconcileDisclosuresAsync(
            new ReconcileDisclosuresRequest { Party = DisclosureScene.School, Side = DisclosureSide.Sender },
            scene.Gateway.As(Town.Barnevern)))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private static async Task<List<EntryKind>> KindsAsync(DisclosureScene scene)
    {
        var kinds = new List<EntryKind>();
        await foreach (var entry in scene.Gateway.Store.Trail.ReadAsync(default))
        {
            kinds.Add(entry.Public.Kind);
        }

        return kinds;
    }
}
