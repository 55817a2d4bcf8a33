using Google.Protobuf;
using Taushet.V1;

namespace Taushet.Client.Tests;

public sealed class InboxTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("taushet-inbox-");
    private readonly byte[] key = new byte[32];

    /// <summary>INVARIANT: a delivery is kept durably before it is acknowledged, and kept once however often it comes.</summary>
    [Fact]
    public void Keep_TheSameAgainAndAfterARestart_IsOnceWithTheSameReceipt()
    {
        var delivery = Delivery(channel: 1, place: 1, token: 7);
        ByteString receipt;
        using (var before = Open())
        {
            (receipt, var isNew) = before.Keep(delivery, proven: true);
            isNew.ShouldBeTrue();
        }

        using var after = Open();
        after.Keep(delivery, proven: true).ShouldBe((receipt, false));
        after.Keep(Delivery(channel: 2, place: 1, token: 3), proven: true).IsNew.ShouldBeTrue();

        (after.Count, after.ResumeToken).ShouldBe((2, delivery.ResumeToken));
    }

    /// <summary>INVARIANT: of the deliveries about one child none is handed on before an earlier one.</summary>
    [Fact]
    public void Next_DeliveriesOutOfOrder_AreHandedOnInOrderForEachChildAndOnce()
    {
        using var inbox = Open();
        var (second, other, first) = (Delivery(1, 2, 2), Delivery(2, 1, 3), Delivery(1, 1, 1));
        inbox.Keep(second, proven: true);
        inbox.Next().ShouldBeNull();
        inbox.Keep(other, proven: true);
        inbox.Keep(first, proven: true);
        var handed = new List<Delivery>();

        while (inbox.Next() is { } next)
        {
            handed.Add(next);
            inbox.Handled(next.DeliveryId).ShouldBeTrue();
            inbox.Handled(next.DeliveryId).ShouldBeFalse();
        }

        handed.Where(one => one.Channel == first.Delivery.Channel).ShouldBe([first.Delivery, second.Delivery]);
        handed.Count.ShouldBe(3);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static ReceiveDisclosuresResponse Delivery(byte channel, uint place, byte token) => new()
    {
        Delivery = new Delivery
        {
            DeliveryId = ByteString.CopyFrom(Guid.NewGuid().ToByteArray()),
            Channel = ByteString.CopyFrom([.. Enumerable.Repeat(channel, 16)]),
            ChannelPlace = place,
        },
        ResumeToken = ByteString.CopyFrom(0, 0, 0, 0, 0, 0, 0, token),
    };

    private DisclosureInbox Open() => new(Path.Combine(folder.FullName, "inbox.db"), key, TimeProvider.System);
}
