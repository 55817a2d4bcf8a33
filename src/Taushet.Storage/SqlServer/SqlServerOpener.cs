using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Taushet.Storage.SqlServer;

/// <summary>Opens connections, and sees to it that what is written on them is durable and all or nothing.</summary>
/// <remarks>
/// INVARIANT: no connection writes to a database whose delayed durability is not disabled.
/// </remarks>
internal sealed class SqlServerOpener
{
    // A server without the column has no delayed durability.
    private const string CountDurability = """
        SELECT count(*) FROM sys.all_columns
        WHERE object_id = OBJECT_ID('sys.databases') AND name = 'delayed_durability'
        """;

    private const string SelectDurability =
        "SELECT CAST(delayed_durability AS int) FROM sys.databases WHERE database_id = DB_ID()";

    private const int Disabled = 0;

    private readonly string reads;
    private readonly string writes;
    private readonly string session;
    private volatile string? ready;

    /// <summary>Reads the connection string.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read.</exception>
    public SqlServerOpener(SqlServerStoreOptions options)
    {
        Options = options;
        reads = ConnectionString(options, "read", options.ReadPoolSize, reconnects: 1);

        // A connection that is made anew behind our back would have lost its transaction and its locks.
        writes = ConnectionString(options, "write", options.WritePoolSize, reconnects: 0);

        // Any error ends the transaction. ARITHABORT as tools set it, so that they see the same plans.
        session = string.Create(CultureInfo.InvariantCulture, $"""
            SET XACT_ABORT ON;
            SET ARITHABORT ON;
            SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
            SET LOCK_TIMEOUT {(int)options.LockTimeout.TotalMilliseconds};
            """);
    }

    public SqlServerStoreOptions Options { get; }

    /// <summary>A connection that reads, as it comes from its pool.</summary>
    public Task<SqlConnection> OpenToReadAsync(CancellationToken cancellation) => OpenAsync(reads, cancellation);

    /// <summary>A connection that writes, made ready in one round trip.</summary>
    /// <exception cref="InvalidOperationException">The database delays durability.</exception>
    public async Task<SqlConnection> OpenToWriteAsync(CancellationToken cancellation)
    {
        var connection = await OpenAsync(writes, cancellation);
        try
        {
            ready ??= ReadyFor(await connection.ExecuteScalarAsync<int>(Command(CountDurability, cancellation)));
            RequireDurable(await connection.ExecuteScalarAsync<int?>(Command(ready, cancellation)));
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same for a thread that has nothing else to do meanwhile, and without a thread of the pool.</summary>
    public SqlConnection OpenToWrite()
    {
        var connection = new SqlConnection(writes);
        try
        {
            connection.Open();
            var timeout = Seconds(Options.WriteTimeout);
            ready ??= ReadyFor(connection.ExecuteScalar<int>(CountDurability, commandTimeout: timeout));
            RequireDurable(connection.ExecuteScalar<int?>(ready, commandTimeout: timeout));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Report(string operation, Exception error) => Options.OnFault?.Invoke(StoreFault.Of(operation, error));

    /// <summary>Closes the connections that are idle; those in use close when they are given back.</summary>
    public void Close()
    {
        using var reading = new SqlConnection(reads);
        using var writing = new SqlConnection(writes);
        SqlConnection.ClearPool(reading);
        SqlConnection.ClearPool(writing);
    }

    private static string ConnectionString(SqlServerStoreOptions options, string use, int poolSize, int reconnects) =>
        new SqlConnectionStringBuilder(Readable(options.ConnectionString))
        {
            ApplicationName = $"taushet {options.Name} {use}",
            ConnectTimeout = Seconds(options.ConnectTimeout),
            ConnectRetryCount = reconnects,
            Pooling = true,
            MaxPoolSize = poolSize,

            // Transactions are begun and ended here alone, one result set at a time.
            Enlist = false,
            MultipleActiveResultSets = false,
            PersistSecurityInfo = false,
        }.ConnectionString;

    // What the client says of a string it cannot read may hold a part of it, and so of a password.
    private static string Readable(string text)
    {
        try
        {
            return new SqlConnectionStringBuilder(text).ConnectionString;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
#pragma warning disable MA0054 // The cause is left out on purpose: it is what must not be told.
            throw new InvalidOperationException("The connection string of the database cannot be read.");
#pragma warning restore MA0054
        }
    }

    /// <summary>Whole seconds, as the client counts them; never 0, which it takes for ever.</summary>
    public static int Seconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));

    private string ReadyFor(int durabilityColumns) => durabilityColumns > 0 ? session + SelectDurability : session;

    private static void RequireDurable(int? delayed)
    {
        if (delayed is not null and not Disabled)
        {
            throw new InvalidOperationException(
                "The database delays durability: run ALTER DATABASE CURRENT SET DELAYED_DURABILITY = DISABLED.");
        }
    }

    private CommandDefinition Command(string sql, CancellationToken cancellation) =>
        new(sql, commandTimeout: Seconds(Options.WriteTimeout), cancellationToken: cancellation);

    private static async Task<SqlConnection> OpenAsync(string text, CancellationToken cancellation)
    {
        var connection = new SqlConnection(text);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
