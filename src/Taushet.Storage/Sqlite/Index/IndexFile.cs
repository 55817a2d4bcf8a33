using System.Collections.Concurrent;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite.Index;

/// <summary>
/// The index's own file beside the database. It is never durable before the database is, and need not be: what a power cut takes
/// from it is put in again.
/// </summary>
internal sealed class IndexFile(SqliteStoreOptions options, byte[] mark) : IDisposable
{
    private const int MostIdle = 8;
    private const int NoDatabase = 26;
    private const int Corrupt = 11;

    private const string Begin = "BEGIN IMMEDIATE";
    private const string BeginToRead = "BEGIN DEFERRED";
    private const string Commit = "COMMIT";

    private const string InsertState = "INSERT INTO trail_state (only, generation, mark, newest, forgotten) VALUES (1, @generation, @mark, 0, 0)";

    private const string Prepare = """
        PRAGMA synchronous = NORMAL;
        PRAGMA cache_size = -32768;
        PRAGMA mmap_size = 1073741824;
        PRAGMA temp_store = MEMORY;
        """;

    private readonly string path = PathFor(options.Path);
    private readonly ConcurrentBag<IndexSession> idle = [];
    private readonly Lock making = new();
    private volatile bool closed;

    /// <summary>Where the index of a database is.</summary>
    public static string PathFor(string database) => Path.ChangeExtension(database, ".index.db");

    /// <summary>Works in one transaction; nothing of it stays when the work throws, since the connection is then closed.</summary>
    public T InTransaction<T>(bool writes, Func<IndexSession, T> work)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        var session = TakeIdle() ?? Open();
        try
        {
            session.Of(writes ? Begin : BeginToRead).Execute();
            var result = work(session);
            session.Of(Commit).Execute();
            GiveBack(session);
            return result;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Makes the tables anew, inside a transaction.</summary>
    public void Empty(SqliteConnection connection)
    {
        connection.Execute(IndexSchema.Drop + IndexSchema.Create);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {IndexSchema.Version}"));
        connection.Execute(InsertState, new { generation = StoredForms.Id(Guid.NewGuid()), mark });
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private IndexSession? TakeIdle()
    {
        while (idle.TryTake(out var session))
        {
            if (DatabasePlace.IsKept(session.Connection))
            {
                return session;
            }

            session.Dispose();
        }

        return null;
    }

    private void GiveBack(IndexSession session)
    {
        if (closed || idle.Count >= MostIdle)
        {
            session.Dispose();
        }
        else
        {
            idle.Add(session);
        }
    }

    private IndexSession Open()
    {
        lock (making)
        {
            try
            {
                return new IndexSession(Connect());
            }
            catch (SqliteException error) when (error.SqliteErrorCode is NoDatabase or Corrupt)
            {
                // It holds nothing that is not in the logs.
                foreach (var file in (ReadOnlySpan<string>)[path, path + "-wal", path + "-shm"])
                {
                    File.Delete(file);
                }

                return new IndexSession(Connect());
            }
        }
    }

    private SqliteConnection Connect()
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)options.BusyTimeout.TotalSeconds),
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            connection.Execute(string.Create(
                CultureInfo.InvariantCulture,
                $"PRAGMA busy_timeout = {(long)options.BusyTimeout.TotalMilliseconds}"));
            connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL");
            connection.Execute(Prepare);
            if (!IsCurrent(connection))
            {
                connection.Execute(Begin);
                if (!IsCurrent(connection))
                {
                    Empty(connection);
                }

                connection.Execute(Commit);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static bool IsCurrent(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("PRAGMA user_version") == IndexSchema.Version;
}
