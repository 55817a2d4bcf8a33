using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite;

/// <summary>Open read connections with their prepared statements, lent to one reader at a time.</summary>
/// <remarks>A session that failed, or whose file is no longer at its path, is closed: the next read opens the database anew.</remarks>
/// <param name="opener">Opens connections.</param>
/// <param name="prepare">Prepares a connection's statements.</param>
/// <param name="ofOneStatement">Whether a read runs one statement, which sees one moment without a transaction around it.</param>
internal sealed class ReadPool<T>(SqliteOpener opener, Func<SqliteConnection, T> prepare, bool ofOneStatement = false) : IDisposable
    where T : IDisposable
{
    private const int MostIdle = 8;

    private readonly ConcurrentBag<Session> idle = [];
    private volatile bool closed;

    /// <summary>Reads: everything is seen as at one moment.</summary>
    public TResult Read<TState, TResult>(TState state, Func<T, TState, TResult> read)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        var session = TakeIdle() ?? Open();
        try
        {
            var result = ofOneStatement ? read(session.Statements, state) : InTransaction(session, state, read);
            GiveBack(session);
            return result;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private static TResult InTransaction<TState, TResult>(Session session, TState state, Func<T, TState, TResult> read)
    {
        session.Begin.Execute();
        var result = read(session.Statements, state);
        session.End.Execute();
        return result;
    }

    private Session? TakeIdle()
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

    private Session Open()
    {
        var connection = opener.OpenToRead();
        return new Session(connection, prepare(connection));
    }

    private void GiveBack(Session session)
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

    private sealed class Session(SqliteConnection connection, T statements) : IDisposable
    {
        public SqliteConnection Connection => connection;

        public T Statements { get; } = statements;

        public PlacedStatement Begin { get; } = new(connection, "BEGIN DEFERRED");

        public PlacedStatement End { get; } = new(connection, "COMMIT");

        public void Dispose()
        {
            Begin.Dispose();
            End.Dispose();
            Statements.Dispose();
            connection.Dispose();
        }
    }
}
