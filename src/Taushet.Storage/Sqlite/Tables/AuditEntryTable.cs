using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Core.Trail;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Trail;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The append-only table of entries: one column for each column of the leaf, and the leaf hash.</summary>
internal static class AuditEntryTable
{
    /// <summary>The columns of <see cref="EntryRows.Columns"/> in their order.</summary>
    public const string Insert = $"""
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

    private const string SelectNext = "SELECT min(place) FROM audit_entry WHERE log = @log AND place >= @from";

    /// <summary>Entries of a log in its order, from an index on.</summary>
    public static IReadOnlyList<EntryWithHash> Page(SqliteConnection connection, Guid log, long from, int count) =>
        Page(connection, log, from, count, EntryRows.Read);

    /// <summary>The same with nothing but their leaves.</summary>
    public static IReadOnlyList<DerivedLeaf> Leaves(SqliteConnection connection, Guid log, long from, int count) =>
        Page(connection, log, from, count, static row => LeafRows.Read(row, SqliteLeaf.Holds(row.Handle!)));

    /// <summary>The index of the first entry at an index or after it.</summary>
    public static long? NextIndex(SqliteConnection connection, Guid log, long from) =>
        connection.ExecuteScalar<long?>(SelectNext, new { log = StoredForms.Id(log), from });

    public static void Write(PlacedStatement insert, EntryRow row, long index, byte[] leafHash)
    {
        var part = row.Public;
        insert.Bind(1, row.Log).Bind(2, index).Bind(3, row.Entry).Bind(4, row.Schema);
        insert.Bind(5, part.TimeMicros).Bind(6, (int)part.Kind).Bind(7, (int)part.Flow).Bind(8, part.RequestId);
        insert.Bind(9, part.Receiver.Organisation).Bind(10, part.Receiver.Unit);
        insert.Bind(11, (int)part.Receiver.Service).BindOrNull(12, StoredForms.Member(part.Receiver.Form));
        insert.Bind(13, part.Holder.Organisation).Bind(14, part.Holder.Unit);
        insert.Bind(15, (int)part.Holder.Service).BindOrNull(16, StoredForms.Member(part.Holder.Form));
        insert.BindOrNull(17, StoredForms.Member(part.Purpose)).Bind(18, StoredForms.Members(part.Bases));
        insert.Bind(19, part.PolicyHash).Bind(20, StoredForms.Day(part.LawDate)).Bind(21, StoredForms.Cells(part.Given));
        insert.Bind(22, part.Caller).Bind(23, row.Subject).Bind(24, row.HolderPart).Bind(25, row.SealedPart);
        insert.Bind(26, row.ReleaseCommitment).Bind(27, row.Salt).Bind(28, leafHash);
        insert.Execute();
    }

    private static List<T> Page<T>(SqliteConnection connection, Guid log, long from, int count, Func<SqliteDataReader, T> read)
    {
        using var select = new PreparedStatement(
            connection,
            Select,
            ("@log", SqliteType.Blob),
            ("@from", SqliteType.Integer),
            ("@count", SqliteType.Integer));
        using var row = select.Set(0, StoredForms.Id(log)).Set(1, from).Set(2, count).Read();
        var page = new List<T>(count);
        while (row.Read())
        {
            page.Add(read(row));
        }

        return page;
    }
}
