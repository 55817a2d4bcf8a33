using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Retention;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The table of requests that may wait for a holder.</summary>
internal static class InboxTable
{
    private const string CountOfReceiver = """
        SELECT count(*) FROM pending_request WHERE receiver = @receiver AND until_at > @now AND state <> @withdrawn
        """;

    private const string Insert = $"""
        INSERT INTO pending_request ({InboxRows.Columns})
        VALUES (
            @handle, @receiver, @holder, @unit, @service, @waiting, @askedAt, @until, @content, @state, @version, NULL, NULL, @keySubject, @keyYear)
        """;

    private const string Select = $"SELECT {InboxRows.Read} FROM pending_request WHERE handle = @handle";

    private const string SelectWaiting = $"""
        SELECT {InboxRows.Read} FROM pending_request
        WHERE holder = @holder AND holder_unit = @unit AND holder_service = @service
            AND waiting = 1 AND state = @open AND until_at > @now
            AND (asked_at > @askedAfter OR (asked_at = @askedAfter AND handle > @after))
        ORDER BY asked_at, handle
        LIMIT @count
        """;

    private const string SelectOverdue = $"""
        SELECT {InboxRows.Read} FROM pending_request
        WHERE until_at <= @now AND waiting = 1 AND state = @open
        ORDER BY until_at, handle
        LIMIT @count
        """;

    private const string Update = """
        UPDATE pending_request
        SET state = @state, version = version + 1, answered_at = @at, answer = coalesce(@answer, answer)
        WHERE handle = @handle
        """;

    private const string SelectVersion = "SELECT version FROM pending_request WHERE handle = @handle";

    private const string Delete = "DELETE FROM pending_request WHERE until_at < @before";

    public static bool IsFull(SqliteConnection connection, InboxRequest request, int most) =>
        connection.ExecuteScalar<long>(
            CountOfReceiver,
            new
            {
                receiver = request.Receiver,
                now = StoredForms.Micros(request.AskedAt),
                withdrawn = StoredForms.Member(InboxState.Withdrawn),
            }) >= most;

    public static void Write(SqliteConnection connection, InboxRequest request, SealedRequest stored) =>
        connection.Execute(
            Insert,
            new
            {
                handle = StoredForms.Id(request.Handle),
                receiver = request.Receiver,
                holder = request.Holder,
                unit = request.HolderUnit,
                service = StoredForms.Member(request.HolderService),
                waiting = request.Waiting,
                askedAt = StoredForms.Micros(request.AskedAt),
                until = StoredForms.Micros(request.Until),
                content = stored.Content,
                state = StoredForms.Member(request.State),
                version = request.Version,
                keySubject = stored.KeySubject,
                keyYear = stored.KeyYear,
            });

    public static InboxRequest? Find(SqliteConnection connection, InboxSealer sealer, StoreKeys keys, Guid handle) =>
        Read(connection, sealer, keys, Select, new { handle = StoredForms.Id(handle) }).SingleOrDefault();

    public static List<InboxRequest> Waiting(SqliteConnection connection, InboxSealer sealer, StoreKeys keys, InboxQuery query) =>
        Read(
            connection,
            sealer,
            keys,
            SelectWaiting,
            new
            {
                holder = query.Holder,
                unit = query.Unit,
                service = StoredForms.Member(query.Service),
                open = StoredForms.Member(InboxState.Open),
                now = StoredForms.Micros(query.Now),
                askedAfter = StoredForms.Micros(query.AskedAfter),
                after = StoredForms.Id(query.After),
                count = query.Count,
            });

    public static List<InboxRequest> Overdue(SqliteConnection connection, InboxSealer sealer, StoreKeys keys, DateTimeOffset now, int count) =>
        Read(
            connection,
            sealer,
            keys,
            SelectOverdue,
            new { now = StoredForms.Micros(now), open = StoredForms.Member(InboxState.Open), count });

    /// <summary>The version a request has; 0 when it is not there.</summary>
    public static int VersionOf(SqliteConnection connection, Guid handle) =>
        connection.ExecuteScalar<int>(SelectVersion, new { handle = StoredForms.Id(handle) });

    /// <summary>Changes a request.</summary>
    public static void Change(SqliteConnection connection, Guid handle, InboxChange change, byte[]? answer) =>
        connection.Execute(
            Update,
            new
            {
                handle = StoredForms.Id(handle),
                state = StoredForms.Member(change.State),
                at = StoredForms.Micros(change.At),
                answer,
            });

    public static int Forget(SqliteConnection connection, DateTimeOffset endedBefore) =>
        connection.Execute(Delete, new { before = StoredForms.Micros(endedBefore) });

    private static List<InboxRequest> Read(
        SqliteConnection connection, InboxSealer sealer, StoreKeys keys, string sql, object parameters)
    {
        using var row = (DbDataReader)connection.ExecuteReader(sql, parameters);
        var requests = new List<InboxRequest>();
        while (row.Read())
        {
            if (InboxRows.Open(row, sealer, keys) is { } request)
            {
                requests.Add(request);
            }
        }

        return requests;
    }
}
