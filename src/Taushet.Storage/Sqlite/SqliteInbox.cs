using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Retention;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>The holders' inboxes in SQLite.</summary>
internal sealed class SqliteInbox(SqliteOpener opener, WriteGate gate) : IInbox, IDisposable
{
    private readonly InboxSealer sealer = new(opener.Options.Keys);
    private readonly ReadPool<ReadSession> pool = new(opener, connection => new ReadSession(connection));

    private StoreKeys Keys => opener.Options.Keys;

    public ValueTask<InboxWrite> PutAsync(InboxRequest request, int most, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Write("put request into inbox", connection =>
        {
            if (InboxTable.IsFull(connection, request, most))
            {
                return InboxWrite.Full;
            }

            InboxTable.Write(connection, request, InboxSealing.Seal(new SqliteSharedChange(connection), Keys, sealer, request));
            return InboxWrite.Stored;
        });
    }

    public ValueTask<InboxLookup> FindAsync(Guid handle, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return new(new InboxLookup(
                Available: true,
                pool.Read((sealer, Keys, handle), static (session, key) => InboxTable.Find(session.Connection, key.sealer, key.Keys, key.handle))));
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report("find request in inbox", error);
            return new(new InboxLookup(Available: false, Request: null));
        }
    }

    public ValueTask<ImmutableArray<InboxRequest>?> ListAsync(InboxQuery query, CancellationToken cancellation) =>
        Read("list inbox", connection => InboxTable.Waiting(connection, sealer, Keys, query), cancellation);

    public ValueTask<ImmutableArray<InboxRequest>?> OverdueAsync(DateTimeOffset now, int count, CancellationToken cancellation) =>
        Read("list overdue requests", connection => InboxTable.Overdue(connection, sealer, Keys, now, count), cancellation);

    public ValueTask<int?> ForgetAsync(DateTimeOffset endedBefore, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return new(gate.Write(connection => InboxTable.Forget(connection, endedBefore)));
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report("forget requests in inbox", error);
            return new((int?)null);
        }
    }

    public void Dispose() => pool.Dispose();

    private ValueTask<InboxWrite> Write(string operation, Func<SqliteConnection, InboxWrite> write)
    {
        try
        {
            return new(gate.Write(write));
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report(operation, error);
            return new(InboxWrite.Unavailable);
        }
    }

    private ValueTask<ImmutableArray<InboxRequest>?> Read(
        string operation,
        Func<SqliteConnection, List<InboxRequest>> read,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return new([.. pool.Read(read, static (session, reading) => reading(session.Connection))]);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report(operation, error);
            return new((ImmutableArray<InboxRequest>?)null);
        }
    }

    private sealed class ReadSession(SqliteConnection connection) : IDisposable
    {
        public SqliteConnection Connection => connection;

        // The pool's session owns the connection.
        public void Dispose()
        {
        }
    }
}
