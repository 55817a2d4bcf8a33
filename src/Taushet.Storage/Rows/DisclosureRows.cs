using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Rows;

/// <summary>What a row of the disclosures means. Every store selects the same columns in the same order.</summary>
internal static class DisclosureRows
{
    /// <summary>The columns, in the order in which they are read.</summary>
    public const string Columns = """
        sender, disclosure, sender_unit, sender_service, delivery, receiver, receiver_unit, receiver_service, subject, ground,
        submitted_at, position, channel_place, state, reply_to, content, outcome, log, entry, place, entry_digest,
        sends, first_sent_at, last_sent_at, acknowledged_at, receipt
        """;

    /// <summary>How long a receiver's receipt may be, in bytes.</summary>
    public const int LongestReceipt = 64;

    /// <summary>The row under the cursor, opened.</summary>
    public static StoredDisclosure Read(DbDataReader row, DisclosureSealer sealer)
    {
        var delivery = StoredForms.Id(row.GetFieldValue<byte[]>(4));
        var sender = new ServiceAddress(row.GetString(0), row.GetString(2), StoredForms.Member<Service>(row.GetInt32(3)));
        var receiver = new ServiceAddress(row.GetString(5), row.GetString(6), StoredForms.Member<Service>(row.GetInt32(7)));
        var subject = row.GetFieldValue<byte[]>(8);
        return new StoredDisclosure
        {
            Row = new DisclosureRow
            {
                Id = StoredForms.Id(row.GetFieldValue<byte[]>(1)),
                Delivery = delivery,
                Sender = sender,
                Receiver = receiver,
                Ground = row.GetInt32(9),
                SubmittedAt = StoredForms.Time(row.GetInt64(10)),
                State = StoredForms.Member<DisclosureState>(row.GetInt32(13)),
                InReplyTo = row.IsDBNull(14) ? null : StoredForms.Id(row.GetFieldValue<byte[]>(14)),
                Content = row.IsDBNull(15)
                    ? default
                    : sealer.OpenContent(row.GetFieldValue<byte[]>(15), receiver.Organisation, delivery),
                Outcome = sealer.OpenOutcome(row.GetFieldValue<byte[]>(16), sender.Organisation, delivery),
            },
            Subject = SubjectKey.OfStored(subject),
            Position = row.GetInt64(11),
            Channel = ChannelOf(receiver, subject),
            ChannelPlace = row.GetInt32(12),
            Log = StoredForms.Id(row.GetFieldValue<byte[]>(17)),
            Entry = StoredForms.Id(row.GetFieldValue<byte[]>(18)),
            Index = row.GetInt64(19),
            EntryDigest = row.GetFieldValue<byte[]>(20),
            Sends = row.GetInt32(21),
            FirstSentAt = row.IsDBNull(22) ? null : StoredForms.Time(row.GetInt64(22)),
            LastSentAt = row.IsDBNull(23) ? null : StoredForms.Time(row.GetInt64(23)),
            AcknowledgedAt = row.IsDBNull(24) ? null : StoredForms.Time(row.GetInt64(24)),
            ReceiverReceipt = row.IsDBNull(25) ? null : (ReadOnlyMemory<byte>?)row.GetFieldValue<byte[]>(25),
        };
    }

    /// <summary>The line under the cursor.</summary>
    public static ReconciledLine ReadLine(DbDataReader row) => new(
        new ServiceAddress(row.GetString(0), row.GetString(1), StoredForms.Member<Service>(row.GetInt32(2))),
        Convert.ToInt64(row.GetValue(3), System.Globalization.CultureInfo.InvariantCulture),
        Convert.ToInt64(row.GetValue(4), System.Globalization.CultureInfo.InvariantCulture),
        Convert.ToInt64(row.GetValue(5), System.Globalization.CultureInfo.InvariantCulture),
        Convert.ToInt64(row.GetValue(6), System.Globalization.CultureInfo.InvariantCulture),
        Convert.ToInt64(row.GetValue(7), System.Globalization.CultureInfo.InvariantCulture),
        row.IsDBNull(8) ? null : StoredForms.Time(row.GetInt64(8)));

    /// <summary>The columns of a party's side and of the other's, as SQL names them.</summary>
    public static (string Own, string Other) SidesOf(DisclosureSide side) =>
        side == DisclosureSide.Sender ? ("sender", "receiver") : ("receiver", "sender");

    /// <summary>Of a party's disclosures: those that are on their way.</summary>
    public const string OnTheirWay = "state = 1";

    /// <summary>
    /// Of a party's disclosures: the reports of concern of which something is due. No feedback answers them, or their investigation has not
    /// ended, or it has and a reporter that is none of the voluntary organisations (30) has not been told whether the child is followed up.
    /// </summary>
    public const string UnansweredReports = """
        ground IN (1, 10) AND state <> 3 AND (
            NOT EXISTS (SELECT 1 FROM disclosure AS reply WHERE reply.reply_to = disclosure.delivery AND reply.state <> 3)
            OR EXISTS (SELECT 1 FROM report_step AS opened WHERE opened.delivery = disclosure.delivery AND opened.step = 1
                AND NOT EXISTS (SELECT 1 FROM report_step AS ended WHERE ended.delivery = opened.delivery AND ended.step = 4))
            OR (sender_service <> 30 AND EXISTS (
                SELECT 1 FROM report_step AS ended WHERE ended.delivery = disclosure.delivery AND ended.step = 4
                AND NOT EXISTS (SELECT 1 FROM report_step AS told WHERE told.delivery = ended.delivery AND told.step = 5))))
        """;

    /// <summary>Accounts for what a party took part in; both databases read it.</summary>
    public static string Reconciling(DisclosureSide side)
    {
        var (own, other) = SidesOf(side);
        return $"""
            SELECT
                d.{other}, d.{other}_unit, d.{other}_service, count(*),
                sum(CASE WHEN d.state = 2 THEN 1 ELSE 0 END),
                sum(CASE WHEN d.state = 1 THEN 1 ELSE 0 END),
                sum(CASE WHEN d.state = 3 THEN 1 ELSE 0 END),
                sum(CASE WHEN e.entry IS NOT NULL THEN 1 ELSE 0 END),
                min(CASE WHEN d.state = 1 THEN d.submitted_at ELSE NULL END)
            FROM disclosure AS d
            LEFT JOIN audit_entry AS e ON e.log = d.log AND e.place = d.place AND e.entry = d.entry
            WHERE d.{own} = @organisation AND d.{own}_unit = @unit AND d.{own}_service = @service
                AND d.submitted_at >= @from AND d.submitted_at < @to
            GROUP BY d.{other}, d.{other}_unit, d.{other}_service
            ORDER BY d.{other}, d.{other}_unit, d.{other}_service
            """;
    }

    // The subject's hash is keyed, so that nobody can find the child by trying numbers.
    private static Guid ChannelOf(ServiceAddress receiver, byte[] subject)
    {
        var name = Encoding.UTF8.GetBytes($"taushet.channel.v1 {receiver.Organisation} {receiver.Unit} {(int)receiver.Service} ");
        return new Guid(SHA256.HashData([.. name, .. subject]).AsSpan(0, 16), bigEndian: true);
    }
}
