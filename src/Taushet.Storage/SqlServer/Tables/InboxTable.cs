using Taushet.Storage.Ports;
using Taushet.Storage.Retention;
using Taushet.Storage.Rows;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>The table of requests that may wait for a holder.</summary>
internal static class InboxTable
{
    /// <summary>One request: handle.</summary>
    public const string Select = $"SELECT {InboxRows.Read} FROM pending_request WHERE handle = @handle";

    /// <summary>A page of what waits.</summary>
    public const string SelectWaiting = $"""
        SELECT TOP (@count) {InboxRows.Read} FROM pending_request
        WHERE holder = @holder AND holder_unit = @unit AND holder_service = @service
            AND waiting = 1 AND state = @open AND until_at > @now
            AND (asked_at > @askedAfter OR (asked_at = @askedAfter AND handle > @after))
        ORDER BY asked_at, handle
        """;

    /// <summary>What waited and whose time is up.</summary>
    public const string SelectOverdue = $"""
        SELECT TOP (@count) {InboxRows.Read} FROM pending_request
        WHERE until_at <= @now AND waiting = 1 AND state = @open
        ORDER BY until_at, handle
        """;

    private const string CountOfReceiver = """
        SELECT count(*) FROM pending_request WHERE receiver = @receiver AND until_at > @now AND state <> @withdrawn
        """;

    private const string Insert = $"""
        INSERT INTO pending_request ({InboxRows.Columns})
        VALUES (
            @handle, @receiver, @holder, @unit, @service, @waiting, @askedAt, @until, @content, @state, @version, NULL, NULL, @keySubject, @keyYear)
        """;

    private const string Update = """
        UPDATE pending_request
        SET state = @state, version = version + 1, answered_at = @at, answer = coalesce(@answer, answer)
        WHERE handle = @handle
        """;

    private const string SelectVersion = "SELECT version FROM pending_request WHERE handle = @handle";

    private const string Delete = "DELETE FROM pending_request WHERE until_at < @before";

    public static TypedParameters Waiting(InboxQuery query) => new TypedParameters()
        .Code("@holder", query.Holder, Limits.Organisation)
        .Code("@unit", query.Unit, Limits.Organisation)
        .Number("@service", StoredForms.Member(query.Service))
        .Number("@open", StoredForms.Member(InboxState.Open))
        .Long("@now", StoredForms.Micros(query.Now))
        .Long("@askedAfter", StoredForms.Micros(query.AskedAfter))
        .Id("@after", query.After)
        .Number("@count", query.Count);

    public static TypedParameters Overdue(DateTimeOffset now, int count) => new TypedParameters()
        .Long("@now", StoredForms.Micros(now))
        .Number("@open", StoredForms.Member(InboxState.Open))
        .Number("@count", count);

    public static async Task<bool> IsFullAsync(RegisterWrite write, InboxRequest request, int most) =>
        await write.ScalarAsync<int>(
            CountOfReceiver,
            new TypedParameters()
                .Code("@receiver", request.Receiver, Limits.Organisation)
                .Long("@now", StoredForms.Micros(request.AskedAt))
                .Number("@withdrawn", StoredForms.Member(InboxState.Withdrawn))) >= most;

    public static Task WriteAsync(RegisterWrite write, InboxRequest request, SealedRequest stored) =>
        write.ExecuteAsync(
            Insert,
            new TypedParameters()
                .Id("@handle", request.Handle)
                .Code("@receiver", request.Receiver, Limits.Organisation)
                .Code("@holder", request.Holder, Limits.Organisation)
                .Code("@unit", request.HolderUnit, Limits.Organisation)
                .Number("@service", StoredForms.Member(request.HolderService))
                .Bit("@waiting", request.Waiting)
                .Long("@askedAt", StoredForms.Micros(request.AskedAt))
                .Long("@until", StoredForms.Micros(request.Until))
                .Whole("@content", stored.Content)
                .Number("@state", StoredForms.Member(request.State))
                .Number("@version", request.Version)
                .Fixed("@keySubject", stored.KeySubject, Limits.Hash)
                .Number("@keyYear", stored.KeyYear));

    /// <summary>The version a request has; 0 when it is not there.</summary>
    public static Task<int> VersionOfAsync(RegisterWrite write, Guid handle) =>
        write.ScalarAsync<int>(SelectVersion, new TypedParameters().Id("@handle", handle));

    /// <summary>Changes a request.</summary>
    public static Task ChangeAsync(RegisterWrite write, Guid handle, InboxChange change, byte[]? answer) =>
        write.ExecuteAsync(
            Update,
            new TypedParameters()
                .Id("@handle", handle)
                .Number("@state", StoredForms.Member(change.State))
                .Long("@at", StoredForms.Micros(change.At))
                .Whole("@answer", answer));

    public static Task<int> ForgetAsync(RegisterWrite write, DateTimeOffset endedBefore) =>
        write.ExecuteAsync(Delete, new TypedParameters().Long("@before", StoredForms.Micros(endedBefore)));
}
