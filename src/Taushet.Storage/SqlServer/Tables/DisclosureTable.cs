using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>The table of disclosures.</summary>
internal static class DisclosureTable
{
    /// <summary>One by its sender's id.</summary>
    public const string Select = $"SELECT {DisclosureRows.Selected} FROM disclosure WHERE sender = @sender AND disclosure = @disclosure";

    /// <summary>One by its delivery's id.</summary>
    public const string SelectDelivery = $"SELECT {DisclosureRows.Selected} FROM disclosure WHERE delivery = @delivery";

    /// <summary>What is open in an inbox.</summary>
    public const string SelectOpen = $"""
        SELECT TOP (@count) {DisclosureRows.Selected} FROM disclosure
        WHERE receiver = @organisation AND receiver_unit = @unit AND receiver_service = @service AND state = 1 AND position > @after
        ORDER BY position
        """;

    private const string Insert = $"""
        INSERT INTO disclosure ({DisclosureRows.Columns})
        SELECT
            @sender, @disclosure, @senderUnit, @senderService, @delivery, @receiver, @receiverUnit, @receiverService, @subject, @ground,
            @submittedAt,
            CASE WHEN @state = 3 THEN 0 ELSE 1 + coalesce((
                SELECT max(earlier.position) FROM disclosure AS earlier
                WHERE earlier.receiver = @receiver AND earlier.receiver_unit = @receiverUnit
                    AND earlier.receiver_service = @receiverService), 0) END,
            CASE WHEN @state = 3 THEN 0 ELSE 1 + coalesce((
                SELECT max(earlier.channel_place) FROM disclosure AS earlier
                WHERE earlier.receiver = @receiver AND earlier.receiver_unit = @receiverUnit
                    AND earlier.receiver_service = @receiverService AND earlier.subject = @subject), 0) END,
            @state, @replyTo, @content, @outcome, @log, @entry, @place, @digest, 0, NULL, NULL, NULL, NULL,
            @keySubject, @keyHolder, @keyService, @keyYear, @sealing
        """;

    private const string Sent = """
        UPDATE disclosure
        SET sends = sends + 1, first_sent_at = coalesce(first_sent_at, @at), last_sent_at = @at
        WHERE delivery = @delivery
        """;

    private const string Received = """
        UPDATE disclosure SET state = 2, acknowledged_at = @at, receipt = @receipt WHERE delivery = @delivery AND state = 1
        """;

    private const string Forgotten = """
        UPDATE disclosure SET content = NULL WHERE content IS NOT NULL AND acknowledged_at < @before
        """;

    /// <summary>What was submitted before a time, of some kind.</summary>
    public static string SelectOverdue(DisclosureSide side, string which)
    {
        var (own, _) = DisclosureRows.SidesOf(side);
        return $"""
            SELECT TOP (@count) {DisclosureRows.Selected} FROM disclosure
            WHERE {own} = @organisation AND {own}_unit = @unit AND {own}_service = @service AND {which} AND submitted_at < @before
                AND (submitted_at > @submittedAfter OR (submitted_at = @submittedAfter AND delivery > @after))
            ORDER BY submitted_at, delivery
            """;
    }

    public static TypedParameters Finding(string sender, Guid disclosure) => new TypedParameters()
        .Code("@sender", sender, Limits.Organisation)
        .Id("@disclosure", disclosure);

    public static TypedParameters Opening(ServiceAddress receiver, long after, int count) => Party(receiver)
        .Long("@after", after)
        .Number("@count", count);

    public static TypedParameters Overdue(OverdueQuery query) => Party(query.Party)
        .Long("@before", StoredForms.Micros(query.SubmittedBefore))
        .Long("@submittedAfter", StoredForms.Micros(query.SubmittedAfter))
        .Id("@after", query.After)
        .Number("@count", query.Count);

    public static TypedParameters Reconciling(ReconcileQuery query) => Party(query.Party)
        .Long("@from", StoredForms.Micros(query.From))
        .Long("@to", StoredForms.Micros(query.To));

    /// <summary>Whether a sender has a disclosure of an id.</summary>
    public static async Task<bool> ExistsAsync(RegisterWrite write, string sender, Guid disclosure) => await write.ScalarAsync<int>(
        "SELECT count(*) FROM disclosure WHERE sender = @sender AND disclosure = @disclosure",
        Finding(sender, disclosure)).ConfigureAwait(false) > 0;

    /// <summary>Whether a delivery is open.</summary>
    public static async Task<bool> IsOpenAsync(RegisterWrite write, Guid delivery) => await write.ScalarAsync<int>(
        "SELECT count(*) FROM disclosure WHERE delivery = @delivery AND state = 1",
        new TypedParameters().Id("@delivery", delivery)).ConfigureAwait(false) > 0;

    public static Task WriteAsync(RegisterWrite write, DisclosureSealer sealer, byte[] subject, DisclosureRow row, EntryPlace place, EntrySealing under) =>
        write.ExecuteAsync(
            Insert,
            new TypedParameters()
                .Code("@sender", row.Sender.Organisation, Limits.Organisation)
                .Id("@disclosure", row.Id)
                .Code("@senderUnit", row.Sender.Unit, Limits.Organisation)
                .Number("@senderService", StoredForms.Member(row.Sender.Service))
                .Id("@delivery", row.Delivery)
                .Code("@receiver", row.Receiver.Organisation, Limits.Organisation)
                .Code("@receiverUnit", row.Receiver.Unit, Limits.Organisation)
                .Number("@receiverService", StoredForms.Member(row.Receiver.Service))
                .Fixed("@subject", subject, Limits.Hash)
                .Number("@ground", row.Ground)
                .Long("@submittedAt", StoredForms.Micros(row.SubmittedAt))
                .Number("@state", StoredForms.Member(row.State))
                .Fixed("@replyTo", row.InReplyTo is { } answered ? StoredForms.Id(answered) : null, Limits.Id)
                .Whole("@content", sealer.SealContent(row, under.Key))
                .Whole("@outcome", sealer.SealOutcome(row, under.Key))
                .Id("@log", place.Log)
                .Id("@entry", place.Entry)
                .Long("@place", place.Index)
                .Fixed("@digest", StoredForms.Bytes(place.Digest), Limits.Hash)
                .SealedUnder(under));

    public static async Task AcknowledgeAsync(RegisterWrite write, RegisterChange.OfAcknowledgement received)
    {
        var written = await write.ExecuteAsync(
            Received,
            new TypedParameters()
                .Id("@delivery", received.Delivery)
                .Long("@at", StoredForms.Micros(received.At))
                .Bytes("@receipt", StoredForms.Bytes(received.Receipt), DisclosureRows.LongestReceipt)).ConfigureAwait(false);
        if (written != 1)
        {
            throw new InvalidOperationException("The delivery is not open.");
        }
    }

    public static async Task NoteSentAsync(RegisterWrite write, IEnumerable<Guid> deliveries, DateTimeOffset at)
    {
        foreach (var delivery in deliveries)
        {
            await write.ExecuteAsync(Sent, new TypedParameters().Id("@delivery", delivery).Long("@at", StoredForms.Micros(at)));
        }
    }

    public static Task<int> ForgetAsync(RegisterWrite write, DateTimeOffset acknowledgedBefore) =>
        write.ExecuteAsync(Forgotten, new TypedParameters().Long("@before", StoredForms.Micros(acknowledgedBefore)));

    private static TypedParameters Party(ServiceAddress party) => new TypedParameters()
        .Code("@organisation", party.Organisation, Limits.Organisation)
        .Code("@unit", party.Unit, Limits.Organisation)
        .Number("@service", StoredForms.Member(party.Service));
}
