using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite;

/// <summary>Opens connections, and checks that each one is durable before anyone may use it.</summary>
/// <remarks>INVARIANT: no connection is used whose journal mode is not WAL or whose synchronous is not FULL.</remarks>
internal sealed class SqliteOpener(SqliteStoreOptions options)
{
    private const string SetJournalMode = "PRAGMA journal_mode = WAL";
    private const string SetSynchronous = "PRAGMA synchronous = FULL";
    private const string ReadJournalMode = "PRAGMA journal_mode";
    private const string ReadSynchronous = "PRAGMA synchronous";
    private const string DropSync = "PRAGMA synchronous = OFF";
    private const string SetForeignKeys = "PRAGMA foreign_keys = ON";
    private const string ReadForeignKeys = "PRAGMA foreign_keys";
    // What is deleted is overwritten: a destroyed key shall not be found in the file's free pages.
    private const string OverwriteDeleted = "PRAGMA secure_delete = ON";

    private const string SetCache = "PRAGMA cache_size = -8192";

    private const long Full = 2;

    public SqliteStoreOptions Options => options;

    /// <summary>A connection that writes. Never makes the file: a new one would hide, and harm, one that is out of reach.</summary>
    public SqliteConnection OpenToWrite() => Open(SqliteOpenMode.ReadWrite, prepare: BoundSize);

    /// <summary>A connection that writes, for the migrations: makes the file when there is none.</summary>
    /// <exception cref="InvalidOperationException">The file is gone but its write-ahead log is there.</exception>
    public SqliteConnection OpenOrCreate()
    {
        // SQLite deletes a write-ahead log that it finds beside an empty database, with every commit that only it holds.
        if (!File.Exists(options.Path) && File.Exists(DatabasePlace.WriteAheadLogOf(options.Path)))
        {
            throw new InvalidOperationException("The database is gone but its write-ahead log is there: put the database back.");
        }

        return Open(SqliteOpenMode.ReadWriteCreate, prepare: BoundSize);
    }

    /// <summary>A connection that only reads.</summary>
    public SqliteConnection OpenToRead() =>
        Open(SqliteOpenMode.ReadWrite, prepare: connection => connection.Execute("PRAGMA query_only = ON"));

    public void Report(string operation, Exception error) => options.OnFault?.Invoke(StoreFault.Of(operation, error));

    private SqliteConnection Open(SqliteOpenMode mode, Action<SqliteConnection> prepare)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Mode = mode,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = Math.Max(1, (int)options.BusyTimeout.TotalSeconds),
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            connection.Execute(string.Create(
                CultureInfo.InvariantCulture,
                $"PRAGMA busy_timeout = {(long)options.BusyTimeout.TotalMilliseconds}"));
            connection.ExecuteScalar<string>(SetJournalMode);
            connection.Execute(SetSynchronous);
            connection.Execute(SetForeignKeys);
            connection.Execute(SetCache);
            connection.Execute(OverwriteDeleted);
            connection.ExecuteScalar<long>(string.Create(
                CultureInfo.InvariantCulture,
                $"PRAGMA wal_autocheckpoint = {WalCheckpointer.InlinePages}"));
            prepare(connection);
            RequireDurable(connection);
            if (options.WithoutSync)
            {
                connection.Execute(DropSync);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void RequireDurable(SqliteConnection connection)
    {
        var mode = connection.ExecuteScalar<string>(ReadJournalMode);
        var synchronous = connection.ExecuteScalar<long>(ReadSynchronous);
        var foreignKeys = connection.ExecuteScalar<long>(ReadForeignKeys);
        if (!string.Equals(mode, "wal", StringComparison.Ordinal) || synchronous != Full || foreignKeys != 1)
        {
            throw new InvalidOperationException("The database does not take WAL, synchronous=FULL and foreign keys.");
        }
    }

    private void BoundSize(SqliteConnection connection)
    {
        if (options.PageLimit is { } limit)
        {
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {limit()}"));
        }
    }
}
