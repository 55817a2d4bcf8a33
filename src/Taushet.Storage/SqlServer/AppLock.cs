using Dapper;
using Microsoft.Data.SqlClient;

namespace Taushet.Storage.SqlServer;

/// <summary>
/// Locks by name, in this database. They do the same on every server that speaks T-SQL, whatever its row locks do.
/// </summary>
/// <param name="Name">The name.</param>
internal sealed record AppLock(string Name)
{
    private const string TakeInTransaction = """
        DECLARE @got int;
        EXEC @got = sp_getapplock @Resource = @name, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = @wait;
        IF @got < 0 THROW 51222, 'A lock was not granted in time.', 1;
        """;

    private const string TakeInSession = """
        DECLARE @got int;
        EXEC @got = sp_getapplock @Resource = @name, @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = @wait;
        IF @got < 0 THROW 51222, 'A lock was not granted in time.', 1;
        """;

    private const string ReleaseFromSession = "EXEC sp_releaseapplock @Resource = @name, @LockOwner = 'Session'";

    /// <summary>The longest name of a lock.</summary>
    public const int LongestName = 255;

    /// <summary>
    /// Exclusive for a change of any register, shared for an append of entries, so that nothing a decision relied on changes
    /// between its check and its commit.
    /// </summary>
    public static AppLock Registers { get; } = new("taushet.registers");

    /// <summary>Exclusive for an import, over all its transactions.</summary>
    public static AppLock Import { get; } = new("taushet.import");

    /// <summary>Exclusive for a migration.</summary>
    public static AppLock Schema { get; } = new("taushet.schema");

    /// <summary>Takes the lock for itself alone until the transaction ends.</summary>
    /// <exception cref="SqlException">It was not granted in time.</exception>
    public Task TakeAsync(SqlConnection connection, SqlTransaction transaction, TimeSpan wait, CancellationToken cancellation) =>
        ExecuteAsync(connection, TakeInTransaction, transaction, wait, cancellation);

    /// <summary>Takes the lock for itself alone until it is released or the connection ends.</summary>
    /// <exception cref="SqlException">It was not granted in time.</exception>
    public Task TakeAsync(SqlConnection connection, TimeSpan wait, CancellationToken cancellation) =>
        ExecuteAsync(connection, TakeInSession, transaction: null, wait, cancellation);

    /// <summary>Releases what was taken for the connection.</summary>
    public Task ReleaseAsync(SqlConnection connection) =>
        connection.ExecuteAsync(ReleaseFromSession, new TypedParameters().Text("@name", Name, LongestName));

    private Task<int> ExecuteAsync(
        SqlConnection connection,
        string sql,
        SqlTransaction? transaction,
        TimeSpan wait,
        CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(
            sql,
            new TypedParameters()
                .Text("@name", Name, LongestName)
                .Number("@wait", (int)wait.TotalMilliseconds),
            transaction,
            SqlServerOpener.Seconds(wait) + 1,
            cancellationToken: cancellation));
}
