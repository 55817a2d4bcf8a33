using Microsoft.Data.Sqlite;
using Taushet.Core.Trail;
using Taushet.Storage.Rows;
using Taushet.Storage.Trail;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The append-only table of entries: one column for each column of the leaf, and the leaf hash.</summary>
internal static class AuditEntryTable
{
    private const string Insert = $"""
        INSERT INTO audit_entry ({EntryRows.Columns})
        VALUES (
            @log, @place, @entry, @schema_number, @decided_at, @kind, @flow, @request_id,
            @receiver_organisation, @receiver_unit, @receiver_service, @receiver_form,
            @holder_organisation, @holder_unit, @holder_service, @holder_form,
            @purpose, @bases, @policy_hash, @law_day, @given, @caller, @subject, @holder_part, @sealed_part,
            @release_commitment, @salt, @leaf_hash)
        """;

    private const string Select = $"""
        SELECT {EntryRows.Columns}
        FROM audit_entry
        WHERE log = @log AND place >= @from AND place < @from + @count
        ORDER BY place
        """;

    public static PreparedStatement ToInsert(SqliteConnection connection) => new(
        connection,
        Insert,
        ("@log", SqliteType.Blob),
        ("@place", SqliteType.Integer),
        ("@entry", SqliteType.Blob),
        ("@schema_number", SqliteType.Integer),
        ("@decided_at", SqliteType.Integer),
        ("@kind", SqliteType.Integer),
        ("@flow", SqliteType.Integer),
        ("@request_id", SqliteType.Blob),
        ("@receiver_organisation", SqliteType.Text),
        ("@receiver_unit", SqliteType.Text),
        ("@receiver_service", SqliteType.Integer),
        ("@receiver_form", SqliteType.Integer),
        ("@holder_organisation", SqliteType.Text),
        ("@holder_unit", SqliteType.Text),
        ("@holder_service", SqliteType.Integer),
        ("@holder_form", SqliteType.Integer),
        ("@purpose", SqliteType.Integer),
        ("@bases", SqliteType.Integer),
        ("@policy_hash", SqliteType.Text),
        ("@law_day", SqliteType.Integer),
        ("@given", SqliteType.Blob),
        ("@caller", SqliteType.Text),
        ("@subject", SqliteType.Blob),
        ("@holder_part", SqliteType.Blob),
        ("@sealed_part", SqliteType.Blob),
        ("@release_commitment", SqliteType.Blob),
        ("@salt", SqliteType.Blob),
        ("@leaf_hash", SqliteType.Blob));

    /// <summary>Entries of a log in its order, from an index on.</summary>
    public static IReadOnlyList<EntryWithHash> Page(SqliteConnection connection, Guid log, long from, int count)
    {
        using var select = new PreparedStatement(
            connection,
            Select,
            ("@log", SqliteType.Blob),
            ("@from", SqliteType.Integer),
            ("@count", SqliteType.Integer));
        using var row = select.Set(0, StoredForms.Id(log)).Set(1, from).Set(2, count).Read();
        var page = new List<EntryWithHash>(count);
        while (row.Read())
        {
            page.Add(EntryRows.Read(row));
        }

        return page;
    }

    public static void Write(PreparedStatement insert, EntryRow row, long index, byte[] leafHash)
    {
        var part = row.Public;
        insert.Set(0, StoredForms.Id(row.Log)).Set(1, index).Set(2, StoredForms.Id(row.Entry)).Set(3, EntryRow.Schema);
        insert.Set(4, part.TimeMicros).Set(5, (int)part.Kind).Set(6, (int)part.Flow).Set(7, StoredForms.Id(part.RequestId));
        insert.Set(8, part.Receiver.Organisation).Set(9, part.Receiver.Unit);
        insert.Set(10, (int)part.Receiver.Service).Set(11, StoredForms.Member(part.Receiver.Form));
        insert.Set(12, part.Holder.Organisation).Set(13, part.Holder.Unit);
        insert.Set(14, (int)part.Holder.Service).Set(15, StoredForms.Member(part.Holder.Form));
        insert.Set(16, StoredForms.Member(part.Purpose)).Set(17, StoredForms.Members(part.Bases));
        insert.Set(18, part.PolicyHash).Set(19, StoredForms.Day(part.LawDate)).Set(20, StoredForms.Cells(part.Given));
        insert.Set(21, part.Caller).Set(22, StoredForms.Bytes(row.Subject));
        insert.Set(23, StoredForms.Bytes(row.HolderPart)).Set(24, StoredForms.Bytes(row.SealedPart));
        insert.Set(25, StoredForms.Bytes(row.ReleaseCommitment)).Set(26, StoredForms.Bytes(row.Salt)).Set(27, leafHash);
        insert.Execute();
    }
}
