using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>The table of orders.</summary>
internal static class OrderTable
{
    /// <summary>One order: id.</summary>
    public const string Select = $"SELECT {OrderRows.Selected} FROM official_order WHERE id = @id";

    /// <summary>One order about a child: id, asked.</summary>
    public const string SelectAbout = $"""
        SELECT {OrderRows.Selected} FROM official_order
        WHERE id = @id
            AND coalesce((SELECT [current] FROM identifier_history WHERE former = official_order.subject), official_order.subject)
                = coalesce((SELECT [current] FROM identifier_history WHERE former = @asked), @asked)
        """;

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

    /// <summary>A page of a party's orders.</summary>
    public static string SelectPage(bool asIssuer)
    {
        var side = OrderRows.SideOf(asIssuer);
        return $"""
            SELECT TOP (@count) {OrderRows.Selected} FROM official_order
            WHERE {side} = @organisation AND {side}_unit = @unit AND {side}_service = @service AND id > @after
                AND (@day IS NULL OR (from_day <= @day AND to_day >= @day AND withdrawn_at IS NULL))
                AND (@toInform = 0 OR notice = 1)
            ORDER BY id
            """;
    }

    public static TypedParameters Paging(OrderQuery query) => new TypedParameters()
        .Code("@organisation", query.Party.Organisation, Limits.Organisation)
        .Code("@unit", query.Party.Unit, Limits.Organisation)
        .Number("@service", StoredForms.Member(query.Party.Service))
        .Id("@after", query.After)
        .Number("@day", StoredForms.Day(query.InForceOn))
        .Bit("@toInform", query.ToInform)
        .Number("@count", query.Count);

    /// <summary>The version of an order; 0 when there is none.</summary>
    public static Task<int> VersionOfAsync(RegisterWrite write, Guid order) => write.ScalarAsync<int>(
        "SELECT coalesce((SELECT version FROM official_order WHERE id = @id), 0)", new TypedParameters().Id("@id", order));

    public static Task WriteAsync(RegisterWrite write, DutySealer sealer, byte[] subject, OrderRow order, Guid entry, EntrySealing under) =>
        write.ExecuteAsync(
            Insert,
            new TypedParameters()
                .Id("@id", order.Id)
                .Code("@issuer", order.Issuer.Organisation, Limits.Organisation)
                .Code("@issuerUnit", order.Issuer.Unit, Limits.Organisation)
                .Number("@issuerService", StoredForms.Member(order.Issuer.Service))
                .Code("@addressee", order.Addressee.Organisation, Limits.Organisation)
                .Code("@addresseeUnit", order.Addressee.Unit, Limits.Organisation)
                .Number("@addresseeService", StoredForms.Member(order.Addressee.Service))
                .Fixed("@subject", subject, Limits.Hash)
                .Number("@from", StoredForms.Day(order.From))
                .Number("@to", StoredForms.Day(order.To))
                .Long("@registeredAt", StoredForms.Micros(order.RegisteredAt))
                .Whole("@content", sealer.Seal(order, under.Key))
                .Id("@entry", entry)
                .Number("@notice", StoredForms.Member(OrderNotice.ToInform))
                .SealedUnder(under));

    public static async Task ChangeAsync(RegisterWrite write, DutySealer sealer, RegisterChange.OfOrderChange changed, RowKey key)
    {
        var (order, seen, notice, at, _) = changed.Change;
        var parameters = new TypedParameters().Id("@id", order).Number("@seen", seen).Long("@at", StoredForms.Micros(at));
        var written = notice is { } standing
            ? await write.ExecuteAsync(
                Notify,
                parameters.Number("@notice", StoredForms.Member(standing)).Whole("@content", sealer.Seal(changed, key))).ConfigureAwait(false)
            : await write.ExecuteAsync(Withdraw, parameters).ConfigureAwait(false);
        if (written != 1)
        {
            throw new InvalidOperationException("The order has another version.");
        }
    }
}
