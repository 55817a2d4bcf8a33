using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>Logs by gateway identity, their heads, and who holds them.</summary>
internal static class LogHeadTable
{
    /// <summary>This machine's clock in microseconds: every process on the file has the same.</summary>
    public const string Now = "CAST(unixepoch('subsec') * 1000000 AS INTEGER)";

    private const string SelectLog = "SELECT log FROM log_identity WHERE gateway = @gateway";

    private const string InsertLog = """
        INSERT INTO log_identity (gateway, log) VALUES (@gateway, @log)
        ON CONFLICT (gateway) DO UPDATE SET log = excluded.log
        """;

    private const string InsertHead = "INSERT INTO log_head (log, epoch, size, beat, gateway) VALUES (@log, 0, 0, 0, @gateway)";

    private const string CloseHead = $"""
        UPDATE log_head SET closed_at = {Now}, epoch = epoch + 1
        WHERE gateway = @gateway AND log <> @log AND closed_at IS NULL
        """;

    private const string SelectHead = "SELECT epoch, size FROM log_head WHERE log = @log";

    // A lease that ends later than any can was written by a clock that has since been set back.
    private const string TakeLease = $"""
        UPDATE log_head SET epoch = epoch + 1, owner = @owner, lease_until = {Now} + @lease
        WHERE log = @log AND epoch = @epoch AND size = @size AND closed_at IS NULL
            AND (owner = @owner OR lease_until <= {Now} OR lease_until > {Now} + @longest)
        """;

    private const string EndLease = "UPDATE log_head SET lease_until = 0 WHERE log = @log AND epoch = @epoch";

    private const string SelectAll = "SELECT log, gateway, size, closed_at FROM log_head ORDER BY closed_at IS NULL, closed_at, log";

    private const string SelectNextNamed = """
        SELECT min(log) FROM (
            SELECT min(log) AS log FROM log_identity WHERE log > @after
            UNION ALL SELECT min(log) FROM checkpoint WHERE log > @after
            UNION ALL SELECT min(log) FROM audit_entry WHERE log > @after)
        """;

    /// <summary>The log of a gateway identity; makes it with the id offered when there is none.</summary>
    public static Guid Identify(SqliteConnection connection, string gateway, Guid offered)
    {
        if (connection.QuerySingleOrDefault<byte[]>(SelectLog, new { gateway }) is { } stored)
        {
            return StoredForms.Id(stored);
        }

        Begin(connection, gateway, offered);
        return offered;
    }

    /// <summary>Closes the gateway's log and begins another.</summary>
    public static void Begin(SqliteConnection connection, string gateway, Guid log)
    {
        var begun = new { gateway, log = StoredForms.Id(log) };
        connection.Execute(CloseHead, begun);
        connection.Execute(InsertLog, begun);
        connection.Execute(InsertHead, begun);
    }

    /// <summary>Epoch and size.</summary>
    public static (long Epoch, long Size) Read(SqliteConnection connection, Guid log) =>
        connection.QuerySingle<(long, long)>(SelectHead, new { log = StoredForms.Id(log) });

    /// <summary>Takes the log if nobody holds it.</summary>
    public static bool Claim(SqliteConnection connection, Guid log, (long Epoch, long Size) read, Guid owner, TimeSpan lease) =>
        connection.Execute(
            TakeLease,
            new
            {
                log = StoredForms.Id(log),
                epoch = read.Epoch,
                size = read.Size,
                owner = StoredForms.Id(owner),
                lease = StoredForms.Micros(lease),
                longest = StoredForms.Micros(Log.LogSettings.LongestLease),
            }) == 1;

    /// <summary>Gives the log up.</summary>
    public static void Release(SqliteConnection connection, Guid log, long epoch) =>
        connection.Execute(EndLease, new { log = StoredForms.Id(log), epoch });

    /// <summary>Every log, closed ones first, in the order in which they were closed.</summary>
    public static IReadOnlyList<LogSummary> All(SqliteConnection connection) =>
        [.. connection.Query<(byte[] Log, string Gateway, long Size, long? ClosedAt)>(SelectAll).Select(row => new LogSummary(
            StoredForms.Id(row.Log), row.Gateway, row.Size, row.ClosedAt is { } at ? StoredForms.Time(at) : null))];

    /// <summary>The first log after another of which there is anything: a name, checkpoints or entries.</summary>
    public static Guid? NextNamed(SqliteConnection connection, Guid after) =>
        connection.ExecuteScalar<byte[]?>(SelectNextNamed, new { after = StoredForms.Id(after) }) is { Length: 16 } next
            ? StoredForms.Id(next)
            : null;
}
