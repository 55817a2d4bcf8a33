using System.Data.Common;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Rows;

/// <summary>What a row of the orders means. Every store selects the same columns in the same order.</summary>
internal static class OrderRows
{
    private const int KeyColumn = 18;

    /// <summary>The columns, in the order in which they are written and read.</summary>
    public const string Columns = $"""
        id, issuer, issuer_unit, issuer_service, addressee, addressee_unit, addressee_service, subject, from_day, to_day, registered_at,
        content, entry, version, withdrawn_at, notice, notice_at, notice_content,
        {SealedRows.Columns}
        """;

    /// <summary>The columns, and the key of the row.</summary>
    public const string Selected = $"{Columns}, {SealedRows.Wrapped}";

    /// <summary>The columns of a party's side, as SQL names them.</summary>
    public static string SideOf(bool asIssuer) => asIssuer ? "issuer" : "addressee";

    /// <summary>The row under the cursor, opened.</summary>
    public static StoredOrder Read(DbDataReader row, DutySealer sealer)
    {
        var id = StoredForms.Id(row.GetFieldValue<byte[]>(0));
        var issuer = new ServiceAddress(row.GetString(1), row.GetString(2), StoredForms.Member<Service>(row.GetInt32(3)));
        var key = SealedRows.Key(row, KeyColumn, sealer.Keys);
        var content = sealer.OpenOrder(row.GetFieldValue<byte[]>(11), issuer.Organisation, id, key);
        return new StoredOrder
        {
            Destroyed = content is null,
            Row = new OrderRow
            {
                Id = id,
                Issuer = issuer,
                Addressee = new ServiceAddress(row.GetString(4), row.GetString(5), StoredForms.Member<Service>(row.GetInt32(6))),
                From = StoredForms.Date(row.GetInt32(8)),
                To = StoredForms.Date(row.GetInt32(9)),
                RegisteredAt = StoredForms.Time(row.GetInt64(10)),
                Content = content,
            },
            Subject = SubjectKey.OfStored(row.GetFieldValue<byte[]>(7)),
            Entry = StoredForms.Id(row.GetFieldValue<byte[]>(12)),
            Version = row.GetInt32(13),
            WithdrawnAt = row.IsDBNull(14) ? null : StoredForms.Time(row.GetInt64(14)),
            Notice = StoredForms.Member<OrderNotice>(row.GetInt32(15)),
            NoticeAt = row.IsDBNull(16) ? null : StoredForms.Time(row.GetInt64(16)),
            NoticeContent = row.IsDBNull(17)
                ? null
                : (ReadOnlyMemory<byte>?)sealer.OpenNotice(row.GetFieldValue<byte[]>(17), issuer.Organisation, id, key),
        };
    }
}
