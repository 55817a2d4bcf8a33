using Dapper;
using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite;

/// <summary>
/// Moves what is in the write-ahead log into the database file, on a thread of its own, so that a commit has one flush and its
/// waiters do not feel the other two. Nothing depends on it for durability: a commit is durable in the write-ahead log.
/// </summary>
/// <remarks>
/// While commits keep coming, the log is never wholly moved between two of them, so that it would grow until a commit has to move
/// a long piece itself. So when it has become long and all but the last commits are moved, the writer moves that rest: a few pages.
/// </remarks>
internal sealed class WalCheckpointer : IDisposable
{
    /// <summary>Pages in the write-ahead log at which a commit moves them itself, should this thread not keep up.</summary>
    public const int InlinePages = 16_000;

    private const int EntriesBetween = 500;
    private const int LongPages = InlinePages / 3;
    private const string Move = "PRAGMA wal_checkpoint(PASSIVE)";

    private readonly SqliteOpener opener;
    private readonly AutoResetEvent due = new(initialState: false);
    private readonly Thread thread;
    private int entries;
    private volatile bool ends;
    private volatile bool isLong;

    public WalCheckpointer(SqliteOpener opener)
    {
        this.opener = opener;
        thread = new Thread(Run) { IsBackground = true, Name = "write-ahead log" };
        thread.Start();
    }

    /// <summary>Tells of entries that were committed. Called by the log's writer alone.</summary>
    public void Committed(int count)
    {
        entries += count;
        if (entries >= EntriesBetween)
        {
            entries = 0;
            due.Set();
        }
    }

    /// <summary>To be called by the log's writer before it begins, with its connection: what is written then starts a log anew.</summary>
    public void BeforeCommit(SqliteConnection connection)
    {
        if (!isLong)
        {
            return;
        }

        isLong = false;
        try
        {
            _ = MovedIn(connection);
        }
        catch (SqliteException error)
        {
            // The commit needs nothing of it, and may still succeed: what waits for it is not refused for this.
            opener.Report("move write-ahead log", error);
        }
    }

    /// <summary>Ends the thread. A store may be disposed of by its host and by who opened it.</summary>
    public void Dispose()
    {
        if (ends)
        {
            return;
        }

        ends = true;
        due.Set();
        thread.Join();
        due.Dispose();
    }

    private void Run()
    {
        SqliteConnection? connection = null;
        while (due.WaitOne() && !ends)
        {
            try
            {
                connection ??= opener.OpenToWrite();
                isLong = MovedIn(connection) >= LongPages;
            }
            catch (Exception error)
            {
                opener.Report("move write-ahead log", error);
                connection?.Dispose();
                connection = null;
            }
        }

        connection?.Dispose();
    }

    /// <summary>Moves what can be moved.</summary>
    /// <returns>How many pages the log has.</returns>
    private static long MovedIn(SqliteConnection connection) => connection.QuerySingle<(long Busy, long Pages, long Moved)>(Move).Pages;
}
