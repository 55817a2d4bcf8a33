using System.Data.Common;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Trail.Index;

namespace Taushet.Storage.Rows;

/// <summary>What a row of the index means. Every store selects the same columns in the same order.</summary>
internal static class IndexRows
{
    /// <summary>The columns of a line, in the order in which they are read.</summary>
    public const string Columns = """
        line.number, line.log, line.place, line.entry, line.decided_at, line.kind, line.flow, line.request_id,
        line.receiver_organisation, line.receiver_unit, line.receiver_service, line.receiver_form,
        line.holder_organisation, line.holder_unit, line.holder_service, line.holder_form,
        line.purpose, line.bases, line.policy, line.law_day, line.given, line.caller, line.subject, line.details
        """;

    /// <summary>Reads the row under the cursor.</summary>
    /// <param name="row">The row.</param>
    /// <param name="text">The text with a number.</param>
    /// <param name="box">Opens the details.</param>
    public static IndexedEntry Read(DbDataReader row, Func<int, string> text, DetailsBox box)
    {
        var entry = StoredForms.Id(row.GetFieldValue<byte[]>(3));
        return new IndexedEntry(
            row.GetInt64(0),
            StoredForms.Id(row.GetFieldValue<byte[]>(1)),
            row.GetInt64(2),
            entry,
            ReadPublic(row, text),
            row.GetFieldValue<byte[]>(22),
            box.Open(row.GetFieldValue<byte[]>(23), text, entry));
    }

    private static PublicPart ReadPublic(DbDataReader row, Func<int, string> text) => new()
    {
        TimeMicros = row.GetInt64(4),
        Kind = (EntryKind)row.GetInt32(5),
        Flow = (Flow)row.GetInt32(6),
        RequestId = StoredForms.Id(row.GetFieldValue<byte[]>(7)),
        Receiver = ReadParty(row, 8),
        Holder = ReadParty(row, 12),
        Purpose = ReadKnown<Purpose>(row, 16),
        Bases = StoredForms.Members<Basis>(row.GetInt64(17)),
        PolicyHash = text(row.GetInt32(18)),
        LawDate = StoredForms.Date(row.GetInt32(19)),
        Given = StoredForms.Cells(row.GetFieldValue<byte[]>(20)),
        Caller = text(row.GetInt32(21)),
    };

    private static PartyRef ReadParty(DbDataReader row, int first) => new(
        row.GetString(first),
        row.GetString(first + 1),
        (Service)row.GetInt32(first + 2),
        ReadKnown<ServiceForm>(row, first + 3));

    private static Known<T> ReadKnown<T>(DbDataReader row, int column)
        where T : struct, Enum =>
        row.IsDBNull(column) ? Known<T>.Unknown : StoredForms.Member<T>(row.GetInt32(column));
}
