using Dapper;
using Microsoft.Data.SqlClient;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>Logs by gateway identity, their heads, and who holds them.</summary>
internal static class LogHeadTable
{
    /// <summary>The server's clock in microseconds: every gateway on the database has the same.</summary>
    public const string Now = "DATEDIFF_BIG(microsecond, '19700101', SYSUTCDATETIME())";

    private const string SelectLog = "SELECT log FROM log_identity WHERE gateway = @gateway";

    private const string BeginLog = $"""
        UPDATE log_head SET closed_at = {Now}, epoch = epoch + 1 WHERE gateway = @gateway AND closed_at IS NULL;
        UPDATE log_identity SET log = @log WHERE gateway = @gateway;
        INSERT INTO log_identity (gateway, log)
        SELECT @gateway, @log WHERE NOT EXISTS (SELECT 1 FROM log_identity WHERE gateway = @gateway);
        INSERT INTO log_head (log, gateway, epoch, size, owner, lease_until, beat, closed_at)
        VALUES (@log, @gateway, 0, 0, @nobody, 0, 0, NULL);
        """;

    private const string IdentifyLog = $"""
        BEGIN TRANSACTION;
        {AppLock.Take}
        IF NOT EXISTS (SELECT 1 FROM log_identity WHERE gateway = @gateway)
        BEGIN
            {BeginLog}
        END
        COMMIT TRANSACTION;
        {SelectLog};
        """;

    private const string SelectHead = """
        SELECT epoch, size FROM log_head WHERE log = @log;
        SELECT size, root, note, signed_at FROM [checkpoint]
        WHERE log = @log AND size = (SELECT max(size) FROM [checkpoint] WHERE log = @log);
        """;

    // A lease that ends later than any can was written by a clock that has since been set back.
    private const string TakeLease = $"""
        UPDATE log_head SET epoch = epoch + 1, owner = @owner, lease_until = {Now} + @lease
        WHERE log = @log AND epoch = @epoch AND size = @size AND closed_at IS NULL
            AND (owner = @owner OR lease_until <= {Now} OR lease_until > {Now} + @longest)
        """;

    // Not every server ends NOCOUNT with the statement that set it, and without a count every beat would look superseded.
    private const string KeepLease = $"""
        SET NOCOUNT OFF;
        UPDATE log_head SET beat = beat + 1, lease_until = {Now} + @lease
        WHERE log = @log AND epoch = @epoch AND size = @size AND closed_at IS NULL
        """;

    private const string EndLease = "UPDATE log_head SET lease_until = 0 WHERE log = @log AND epoch = @epoch";

    /// <summary>The first log after another of which there is anything: a name, checkpoints or entries.</summary>
    public const string SelectNextNamed = """
        SELECT TOP (1) log FROM (
            SELECT log FROM (SELECT TOP (1) log FROM log_identity WHERE log > @after ORDER BY log) AS named
            UNION ALL SELECT log FROM (SELECT TOP (1) log FROM [checkpoint] WHERE log > @after ORDER BY log) AS signed
            UNION ALL SELECT log FROM (SELECT TOP (1) log FROM audit_entry WHERE log > @after ORDER BY log) AS stored) AS anything
        ORDER BY log
        """;

    /// <summary>Every log: log, gateway, size, when closed.</summary>
    public const string SelectAll = """
        SELECT log, gateway, size, closed_at FROM log_head
        ORDER BY CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END, closed_at, log
        """;

    /// <summary>The log of a gateway identity; makes it with the id offered when there is none. One round trip.</summary>
    public static Guid Identify(SqlConnection connection, string gateway, Guid offered, SqlServerStoreOptions options)
    {
        var parameters = AppLock.Registers.ForTransaction(options.LockTimeout)
            .Code("@gateway", gateway, Limits.Gateway).Id("@log", offered).Id("@nobody", Guid.Empty);
        var timeout = SqlServerOpener.Seconds(options.WriteTimeout);
        return StoredForms.Id(connection.ExecuteScalar<byte[]>(IdentifyLog, parameters, commandTimeout: timeout)!);
    }

    /// <summary>Closes the gateway's log and begins another.</summary>
    public static Task BeginAsync(RegisterWrite write, string gateway, Guid log) => write.ExecuteAsync(
        BeginLog,
        new TypedParameters().Code("@gateway", gateway, Limits.Gateway).Id("@log", log).Id("@nobody", Guid.Empty));

    /// <summary>The head with the newest checkpoint.</summary>
    public static LogHead Read(SqlConnection connection, Guid log)
    {
        using var results = connection.QueryMultiple(SelectHead, new TypedParameters().Id("@log", log));
        var (epoch, size) = results.ReadSingle<(long, long)>();
        var checkpoint = results.Read<(long Size, byte[] Root, string Note, long SignedAt)>()
            .Select(row => new StoredCheckpoint(row.Size, row.Root, row.Note, row.SignedAt))
            .SingleOrDefault();
        return new LogHead(log, epoch, size, checkpoint);
    }

    /// <summary>Takes the log if nobody holds it.</summary>
    public static bool Claim(SqlConnection connection, LogHead head, Guid owner, TimeSpan lease) => connection.Execute(
        TakeLease,
        Of(head.Log, head.Epoch)
            .Long("@size", head.Size)
            .Id("@owner", owner)
            .Long("@lease", StoredForms.Micros(lease))
            .Long("@longest", StoredForms.Micros(LogSettings.LongestLease))) == 1;

    /// <summary>Keeps the lease.</summary>
    public static bool Beat(SqlConnection connection, Guid log, long epoch, long size, TimeSpan lease) => connection.Execute(
        KeepLease,
        Of(log, epoch).Long("@size", size).Long("@lease", StoredForms.Micros(lease))) == 1;

    /// <summary>Gives the log up.</summary>
    public static void Release(SqlConnection connection, Guid log, long epoch) => connection.Execute(EndLease, Of(log, epoch));

    private static TypedParameters Of(Guid log, long epoch) => new TypedParameters().Id("@log", log).Long("@epoch", epoch);
}
