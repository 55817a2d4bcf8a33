using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The table of disclosures.</summary>
internal static class DisclosureTable
{
    private const string Insert = $"""
        INSERT INTO disclosure ({DisclosureRows.Columns})
        SELECT
            @sender, @disclosure, @senderUnit, @senderService, @delivery, @receiver, @receiverUnit, @receiverService, @subject, @ground,
            @submittedAt,
            CASE WHEN @state = 3 THEN 0 ELSE 1 + coalesce((
                SELECT max(position) FROM disclosure
                WHERE receiver = @receiver AND receiver_unit = @receiverUnit AND receiver_service = @receiverService), 0) END,
            CASE WHEN @state = 3 THEN 0 ELSE 1 + coalesce((
                SELECT max(channel_place) FROM disclosure
                WHERE receiver = @receiver AND receiver_unit = @receiverUnit AND receiver_service = @receiverService
                    AND subject = @subject), 0) END,
            @state, @replyTo, @content, @outcome, @log, @entry, @place, @digest, 0, NULL, NULL, NULL, NULL,
            @keySubject, @keyHolder, @keyService, @keyYear, @sealing
        """;

    private const string Select = $"SELECT {DisclosureRows.Selected} FROM disclosure WHERE sender = @sender AND disclosure = @disclosure";

    private const string SelectDelivery = $"SELECT {DisclosureRows.Selected} FROM disclosure WHERE delivery = @delivery";

    private const string SelectOpen = $"""
        SELECT {DisclosureRows.Selected} FROM disclosure
        WHERE receiver = @organisation AND receiver_unit = @unit AND receiver_service = @service AND state = 1 AND position > @after
        ORDER BY position
        LIMIT @count
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

    /// <summary>Whether a sender has a disclosure of an id.</summary>
    public static bool Exists(SqliteConnection connection, string sender, Guid disclosure) => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM disclosure WHERE sender = @sender AND disclosure = @disclosure",
        new { sender, disclosure = StoredForms.Id(disclosure) }) > 0;

    /// <summary>Whether a delivery is open.</summary>
    public static bool IsOpen(SqliteConnection connection, Guid delivery) => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM disclosure WHERE delivery = @delivery AND state = 1",
        new { delivery = StoredForms.Id(delivery) }) > 0;

    public static void Write(SqliteConnection connection, DisclosureSealer sealer, byte[] subject, DisclosureRow row, EntryPlace place, EntrySealing under) =>
        connection.Execute(
            Insert,
            new
            {
                sender = row.Sender.Organisation,
                disclosure = StoredForms.Id(row.Id),
                senderUnit = row.Sender.Unit,
                senderService = StoredForms.Member(row.Sender.Service),
                delivery = StoredForms.Id(row.Delivery),
                receiver = row.Receiver.Organisation,
                receiverUnit = row.Receiver.Unit,
                receiverService = StoredForms.Member(row.Receiver.Service),
                subject,
                ground = row.Ground,
                submittedAt = StoredForms.Micros(row.SubmittedAt),
                state = StoredForms.Member(row.State),
                replyTo = row.InReplyTo is { } answered ? StoredForms.Id(answered) : null,
                content = sealer.SealContent(row, under.Key),
                outcome = sealer.SealOutcome(row, under.Key),
                log = StoredForms.Id(place.Log),
                entry = StoredForms.Id(place.Entry),
                place = place.Index,
                digest = StoredForms.Bytes(place.Digest),
                keySubject = under.Name.Subject,
                keyHolder = under.Name.Holder,
                keyService = under.Name.Service,
                keyYear = under.Name.Year,
                sealing = SealedRows.ByEntry,
            });

    public static void Acknowledge(SqliteConnection connection, RegisterChange.OfAcknowledgement received)
    {
        var written = connection.Execute(
            Received,
            new
            {
                delivery = StoredForms.Id(received.Delivery),
                at = StoredForms.Micros(received.At),
                receipt = StoredForms.Bytes(received.Receipt),
            });
        if (written != 1)
        {
            throw new InvalidOperationException("The delivery is not open.");
        }
    }

    public static StoredDisclosure? Find(SqliteConnection connection, DisclosureSealer sealer, string sender, Guid disclosure) =>
        Read(connection, sealer, Select, new { sender, disclosure = StoredForms.Id(disclosure) }).SingleOrDefault();

    public static StoredDisclosure? FindDelivery(SqliteConnection connection, DisclosureSealer sealer, Guid delivery) =>
        Read(connection, sealer, SelectDelivery, new { delivery = StoredForms.Id(delivery) }).SingleOrDefault();

    public static List<StoredDisclosure> Open(
        SqliteConnection connection, DisclosureSealer sealer, ServiceAddress receiver, long after, int count) =>
        Read(
            connection,
            sealer,
            SelectOpen,
            new { organisation = receiver.Organisation, unit = receiver.Unit, service = StoredForms.Member(receiver.Service), after, count });

    public static List<StoredDisclosure> Overdue(SqliteConnection connection, DisclosureSealer sealer, OverdueQuery query, string which)
    {
        var (own, _) = DisclosureRows.SidesOf(query.Side);
        return Read(
            connection,
            sealer,
            $"""
            SELECT {DisclosureRows.Selected} FROM disclosure
            WHERE {own} = @organisation AND {own}_unit = @unit AND {own}_service = @service AND {which} AND submitted_at < @before
                AND (submitted_at > @submittedAfter OR (submitted_at = @submittedAfter AND delivery > @after))
            ORDER BY submitted_at, delivery
            LIMIT @count
            """,
            new
            {
                organisation = query.Party.Organisation,
                unit = query.Party.Unit,
                service = StoredForms.Member(query.Party.Service),
                before = StoredForms.Micros(query.SubmittedBefore),
                submittedAfter = StoredForms.Micros(query.SubmittedAfter),
                after = StoredForms.Id(query.After),
                count = query.Count,
            });
    }

    public static List<ReconciledLine> Reconcile(SqliteConnection connection, ReconcileQuery query)
    {
        using var row = (DbDataReader)connection.ExecuteReader(
            DisclosureRows.Reconciling(query.Side),
            new
            {
                organisation = query.Party.Organisation,
                unit = query.Party.Unit,
                service = StoredForms.Member(query.Party.Service),
                from = StoredForms.Micros(query.From),
                to = StoredForms.Micros(query.To),
            });
        var lines = new List<ReconciledLine>();
        while (row.Read())
        {
            lines.Add(DisclosureRows.ReadLine(row));
        }

        return lines;
    }

    public static void NoteSent(SqliteConnection connection, IEnumerable<Guid> deliveries, DateTimeOffset at)
    {
        foreach (var delivery in deliveries)
        {
            connection.Execute(Sent, new { delivery = StoredForms.Id(delivery), at = StoredForms.Micros(at) });
        }
    }

    public static int Forget(SqliteConnection connection, DateTimeOffset acknowledgedBefore) =>
        connection.Execute(Forgotten, new { before = StoredForms.Micros(acknowledgedBefore) });

    private static List<StoredDisclosure> Read(SqliteConnection connection, DisclosureSealer sealer, string sql, object parameters)
    {
        using var row = (DbDataReader)connection.ExecuteReader(sql, parameters);
        var disclosures = new List<StoredDisclosure>();
        while (row.Read())
        {
            disclosures.Add(DisclosureRows.Read(row, sealer));
        }

        return disclosures;
    }
}
