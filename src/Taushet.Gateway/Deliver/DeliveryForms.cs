using System.Buffers.Binary;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Duties;
using Taushet.Gateway.Disclose;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Deliver;

/// <summary>Stored disclosures on the wire, to their receivers.</summary>
internal static class DeliveryForms
{
    /// <summary>How long a resume token is.</summary>
    public const int TokenLength = sizeof(long);

    /// <summary>A delivery to be sent.</summary>
    /// <remarks>
    /// INVARIANT: what is delivered comes out of a stored disclosure, which exists only with its entry: nothing is delivered that no entry
    /// tells of.
    /// </remarks>
    /// <param name="stored">The disclosure.</param>
    /// <param name="attempt">How often it has been sent, with this time.</param>
    /// <param name="proof">Proves its entry.</param>
    public static Wire.Delivery Of(StoredDisclosure stored, int attempt, Wire.Receipt proof) => new()
    {
        DeliveryId = WireIds.Of(stored.Row.Delivery),
        Channel = WireIds.Of(stored.Channel),
        ChannelPlace = (uint)stored.ChannelPlace,
        Attempt = (uint)attempt,
        SubmittedAt = Timestamp.FromDateTimeOffset(stored.Row.SubmittedAt),
        Disclosure = Wire.DeliveredDisclosure.Parser.ParseFrom(stored.Row.Content.Span),
        Receipt = SubmissionForms.Complete(proof, stored, SubmissionOutcome.Read(stored.Row.Outcome)),
        Deadlines = { DeadlinesOf(stored.Row) },
    };

    /// <summary>A delivery that has been open for long.</summary>
    /// <param name="stored">The disclosure.</param>
    /// <param name="toSender">Whether its sender looks.</param>
    public static Wire.OverdueDelivery Overdue(StoredDisclosure stored, bool toSender) => new()
    {
        DeliveryId = WireIds.Of(stored.Row.Delivery),
        DisclosureId = toSender ? WireIds.Of(stored.Row.Id) : ByteString.Empty,
        Sender = PartyForms.Of(stored.Row.Sender),
        Receiver = PartyForms.Of(stored.Row.Receiver),
        SubmittedAt = Timestamp.FromDateTimeOffset(stored.Row.SubmittedAt),
        Sends = (uint)stored.Sends,
        LastSentAt = stored.LastSentAt is { } last ? Timestamp.FromDateTimeOffset(last) : null,
    };

    // What is delivered is new: nothing has been done with it.
    private static IEnumerable<Wire.DisclosureDeadline> DeadlinesOf(DisclosureRow row) => DisclosureDeadlines.Of(row, ReportProgress.None)
        .Select(deadline => DisclosureDeadlines.Form(deadline, DateOnly.MinValue));

    /// <summary>The token that goes on after a place in the inbox.</summary>
    public static ByteString Token(long position)
    {
        var token = new byte[TokenLength];
        BinaryPrimitives.WriteInt64BigEndian(token, position);
        return UnsafeByteOperations.UnsafeWrap(token);
    }

    /// <summary>The place that a token goes on after; the beginning for none. One that was made up skips nothing for good.</summary>
    public static long Position(ByteString token) =>
        token.Length == TokenLength ? Math.Max(0, BinaryPrimitives.ReadInt64BigEndian(token.Span)) : 0;
}
