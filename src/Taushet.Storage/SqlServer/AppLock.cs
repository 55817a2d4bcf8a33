using Dapper;
using Microsoft.Data.SqlClient;

namespace Taushet.Storage.SqlServer;

/// <summary>
/// Locks by name. They do the same on every server that speaks T-SQL, whatever its row locks do. The database's name is part of
/// theirs: not every server keeps the locks of one database apart from those of another.
/// </summary>
/// <param name="Name">The name.</param>
internal sealed record AppLock(string Name)
{
    /// <summary>Takes a lock inside a statement: parameters <c>@name</c>, <c>@owner</c> and <c>@wait</c>.</summary>
    public const string Take = """
        DECLARE @resource nvarchar(255) = @name + N'.' + DB_NAME();
        DECLARE @got int;
        EXEC @got = sp_getapplock @Resource = @resource, @LockMode = 'Exclusive', @LockOwner = @owner, @LockTimeout = @wait;
        IF @got < 0 THROW 51222, 'A lock was not granted in time.', 1;
        """;

    private const string Release = """
        DECLARE @resource nvarchar(255) = @name + N'.' + DB_NAME();
        EXEC sp_releaseapplock @Resource = @resource, @LockOwner = 'Session';
        """;

    private const string Transaction = "Transaction";
    private const string Session = "Session";

    /// <summary>What a database's name leaves of the 255 characters of a lock's.</summary>
    public const int LongestName = 64;

    private const int LongestWord = 32;

    /// <summary>
    /// For a change of any register and for an append of entries, each alone, so that nothing a decision relied on changes between
    /// its check and its commit, and the order of commits is one order over all logs. An append shares its turn among its batch.
    /// </summary>
    public static AppLock Registers { get; } = new("taushet.registers");

    /// <summary>Exclusive for an import, over all its transactions.</summary>
    public static AppLock Import { get; } = new("taushet.import");

    /// <summary>Exclusive for a change of the trail's index: never held together with another.</summary>
    public static AppLock Index { get; } = new("taushet.index");

    /// <summary>Exclusive for a migration.</summary>
    public static AppLock Schema { get; } = new("taushet.schema");

    /// <summary>Takes the lock alone until the transaction ends.</summary>
    /// <exception cref="SqlException">It was not granted in time.</exception>
    public Task TakeAsync(SqlTransaction transaction, TimeSpan wait, CancellationToken cancellation) =>
        ExecuteAsync(transaction.Connection, transaction, wait, cancellation);

    /// <summary>Takes the lock alone until it is released or the connection ends.</summary>
    /// <exception cref="SqlException">It was not granted in time.</exception>
    public Task TakeAsync(SqlConnection connection, TimeSpan wait, CancellationToken cancellation) =>
        ExecuteAsync(connection, transaction: null, wait, cancellation);

    /// <summary>Releases what was taken for the connection.</summary>
    public Task ReleaseAsync(SqlConnection connection) =>
        connection.ExecuteAsync(Release, new TypedParameters().Text("@name", Name, LongestName));

    /// <summary>The parameters of <see cref="Take"/> in a statement that begins and ends its own transaction.</summary>
    public TypedParameters ForTransaction(TimeSpan wait) => Parameters(Transaction, wait);

    private TypedParameters Parameters(string owner, TimeSpan wait) => new TypedParameters()
        .Text("@name", Name, LongestName)
        .Code("@owner", owner, LongestWord)
        .Number("@wait", (int)wait.TotalMilliseconds);

    private Task<int> ExecuteAsync(
        SqlConnection connection,
        SqlTransaction? transaction,
        TimeSpan wait,
        CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(
            Take,
            Parameters(transaction is null ? Session : Transaction, wait),
            transaction,
            SqlServerOpener.Seconds(wait) + 1,
            cancellationToken: cancellation));
}
