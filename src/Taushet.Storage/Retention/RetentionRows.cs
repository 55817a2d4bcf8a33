using System.Data.Common;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Retention;

/// <summary>Holds, orders and destructions as their tables hold them.</summary>
internal static class RetentionRows
{
    public const string HoldColumns = """
        id, subject, holder, service, calendar_year, reason, reference, placed_by, placed_at, lifted_by, lifted_at, lifted_why
        """;

    public const string OrderColumns =
        "id, subject, holder, service, first_year, last_year, basis, reference, ordered_by, ordered_at";

    public const string DestructionColumns = "number, ordered, basis, key_count, held_count, confirmed_by, destroyed_at, owed_count";

    public const string InsertHold = $"""
        INSERT INTO legal_hold ({HoldColumns})
        VALUES (@id, @subject, @holder, @service, @year, @reason, @reference, @by, @at, NULL, NULL, NULL)
        """;

    public const string LiftHold = """
        UPDATE legal_hold SET lifted_by = @by, lifted_at = @at, lifted_why = @why WHERE id = @id AND lifted_at IS NULL
        """;

    public const string InsertOrder = $"""
        INSERT INTO destruction_order ({OrderColumns})
        VALUES (@id, @subject, @holder, @service, @first, @last, @basis, @reference, @by, @at)
        """;

    public const string InsertDestruction = $"""
        INSERT INTO key_destruction ({DestructionColumns}) VALUES (@number, @ordered, @basis, @keys, @held, @by, @at, @owed)
        """;

    public const string SelectOrder = $"SELECT {OrderColumns} FROM destruction_order WHERE id = @id";

    public static SqlValues Values(LegalHold hold, StoreKeys keys) => new SqlValues()
        .Id("@id", hold.Id)
        .Hash("@subject", Subject(hold.Scope, keys))
        .Code("@holder", hold.Scope.Holder, 32)
        .Number("@service", Service(hold.Scope))
        .Number("@year", hold.Scope.FirstYear)
        .Text("@reason", hold.Reason, 512)
        .Text("@reference", hold.Reference, 256)
        .Text("@by", hold.PlacedBy, 256)
        .Long("@at", StoredForms.Micros(hold.PlacedAt));

    public static SqlValues Values(DestructionOrder order, StoreKeys keys) => new SqlValues()
        .Id("@id", order.Id)
        .Hash("@subject", Subject(order.Scope, keys))
        .Code("@holder", order.Scope.Holder, 32)
        .Number("@service", Service(order.Scope))
        .Number("@first", order.Scope.FirstYear)
        .Number("@last", order.Scope.LastYear)
        .Text("@basis", order.Basis, 256)
        .Text("@reference", order.Reference, 256)
        .Text("@by", order.OrderedBy, 256)
        .Long("@at", StoredForms.Micros(order.OrderedAt));

    public static LegalHold ReadHold(DbDataReader row)
    {
        var year = row.GetInt32(4);
        var scope = new KeyScope(Subject(row, 1), row.GetString(2), Service(row, 3), year, year == 0 ? KeyScope.Forever : year);
        var lifted = row.IsDBNull(10) ? null : new HoldLifting(row.GetString(9), StoredForms.Time(row.GetInt64(10)), row.GetString(11));
        return new LegalHold(
            StoredForms.Id(row.GetFieldValue<byte[]>(0)),
            scope,
            row.GetString(5),
            row.GetString(6),
            row.GetString(7),
            StoredForms.Time(row.GetInt64(8)),
            lifted);
    }

    public static DestructionOrder ReadOrder(DbDataReader row) => new(
        StoredForms.Id(row.GetFieldValue<byte[]>(0)),
        new KeyScope(Subject(row, 1), row.GetString(2), Service(row, 3), row.GetInt32(4), row.GetInt32(5)),
        row.GetString(6),
        row.GetString(7),
        row.GetString(8),
        StoredForms.Time(row.GetInt64(9)));

    public static KeyDestruction ReadDestruction(DbDataReader row) => new(
        row.GetInt64(0),
        StoredForms.Id(row.GetFieldValue<byte[]>(1)),
        row.GetString(2),
        row.GetInt32(3),
        row.GetInt32(4),
        row.GetString(5),
        StoredForms.Time(row.GetInt64(6)),
        row.GetInt32(7));

    private static byte[]? Subject(KeyScope scope, StoreKeys keys) =>
        scope.Subject is { } subject ? SubjectLookup.Of(keys, subject) : null;

    private static int Service(KeyScope scope) => scope.Service.IsKnown ? StoredForms.Member(scope.Service.Value) : 0;

    private static SubjectKey? Subject(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : SubjectKey.OfStored(row.GetFieldValue<byte[]>(column));

    private static Known<Service> Service(DbDataReader row, int column) =>
        row.GetInt32(column) is var number && number == 0 ? Known<Service>.Unknown : StoredForms.Member<Service>(number);
}
