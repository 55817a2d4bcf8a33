using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The table of orders.</summary>
internal static class OrderTable
{
    private const string Insert = $"""
        INSERT INTO official_order ({OrderRows.Columns})
        VALUES (
            @id, @issuer, @issuerUnit, @issuerService, @addressee, @addresseeUnit, @addresseeService, @subject, @from, @to, @registeredAt,
            @content, @entry, 1, NULL, @notice, NULL, NULL,
            @keySubject, @keyHolder, @keyService, @keyYear, @sealing)
        """;

    private const string Withdraw = """
        UPDATE official_order SET withdrawn_at = @at, version = version + 1
        WHERE id = @id AND version = @seen AND withdrawn_at IS NULL
        """;

    private const string Notify = """
        UPDATE official_order SET notice = @notice, notice_at = @at, notice_content = @content, version = version + 1
        WHERE id = @id AND version = @seen
        """;

    private const string Select = $"SELECT {OrderRows.Selected} FROM official_order WHERE id = @id";

    private const string SelectAbout = $"""
        SELECT {OrderRows.Selected} FROM official_order
        WHERE id = @id
            AND coalesce((SELECT current FROM identifier_history WHERE former = official_order.subject), official_order.subject)
                = coalesce((SELECT current FROM identifier_history WHERE former = @asked), @asked)
        """;

    /// <summary>The version of an order; 0 when there is none.</summary>
    public static int VersionOf(SqliteConnection connection, Guid order) => connection.ExecuteScalar<int>(
        "SELECT coalesce((SELECT version FROM official_order WHERE id = @id), 0)", new { id = StoredForms.Id(order) });

    public static void Write(SqliteConnection connection, DutySealer sealer, byte[] subject, OrderRow order, Guid entry, EntrySealing under) =>
        connection.Execute(
            Insert,
            new
            {
                id = StoredForms.Id(order.Id),
                issuer = order.Issuer.Organisation,
                issuerUnit = order.Issuer.Unit,
                issuerService = StoredForms.Member(order.Issuer.Service),
                addressee = order.Addressee.Organisation,
                addresseeUnit = order.Addressee.Unit,
                addresseeService = StoredForms.Member(order.Addressee.Service),
                subject,
                from = StoredForms.Day(order.From),
                to = StoredForms.Day(order.To),
                registeredAt = StoredForms.Micros(order.RegisteredAt),
                content = sealer.Seal(order, under.Key),
                entry = StoredForms.Id(entry),
                notice = StoredForms.Member(OrderNotice.ToInform),
                keySubject = under.Name.Subject,
                keyHolder = under.Name.Holder,
                keyService = under.Name.Service,
                keyYear = under.Name.Year,
                sealing = SealedRows.ByEntry,
            });

    public static void Change(SqliteConnection connection, DutySealer sealer, RegisterChange.OfOrderChange changed, RowKey key)
    {
        var (order, seen, notice, at, _) = changed.Change;
        var written = notice is { } standing
            ? connection.Execute(
                Notify,
                new
                {
                    id = StoredForms.Id(order),
                    seen,
                    notice = StoredForms.Member(standing),
                    at = StoredForms.Micros(at),
                    content = sealer.Seal(changed, key),
                })
            : connection.Execute(Withdraw, new { id = StoredForms.Id(order), seen, at = StoredForms.Micros(at) });
        if (written != 1)
        {
            throw new InvalidOperationException("The order has another version.");
        }
    }

    public static List<StoredOrder> Find(SqliteConnection connection, DutySealer sealer, Guid order) =>
        Read(connection, sealer, Select, new { id = StoredForms.Id(order) });

    public static List<StoredOrder> FindAbout(SqliteConnection connection, DutySealer sealer, Guid order, byte[] asked) =>
        Read(connection, sealer, SelectAbout, new { id = StoredForms.Id(order), asked });

    public static List<StoredOrder> Page(SqliteConnection connection, DutySealer sealer, OrderQuery query)
    {
        var side = OrderRows.SideOf(query.AsIssuer);
        return Read(
            connection,
            sealer,
            $"""
            SELECT {OrderRows.Selected} FROM official_order
            WHERE {side} = @organisation AND {side}_unit = @unit AND {side}_service = @service AND id > @after
                AND (@day IS NULL OR (from_day <= @day AND to_day >= @day AND withdrawn_at IS NULL))
                AND (@toInform = 0 OR notice = 1)
            ORDER BY id
            LIMIT @count
            """,
            new
            {
                organisation = query.Party.Organisation,
                unit = query.Party.Unit,
                service = StoredForms.Member(query.Party.Service),
                after = StoredForms.Id(query.After),
                day = StoredForms.Day(query.InForceOn),
                toInform = query.ToInform,
                count = query.Count,
            });
    }

    private static List<StoredOrder> Read(SqliteConnection connection, DutySealer sealer, string sql, object parameters)
    {
        using var row = (DbDataReader)connection.ExecuteReader(sql, parameters);
        var orders = new List<StoredOrder>();
        while (row.Read())
        {
            orders.Add(OrderRows.Read(row, sealer));
        }

        return orders;
    }
}
