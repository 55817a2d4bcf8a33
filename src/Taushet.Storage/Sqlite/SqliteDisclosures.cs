using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Disclosures and their deliveries in SQLite.</summary>
internal sealed class SqliteDisclosures(SqliteOpener opener, WriteGate gate) : IDisclosures, IDisposable
{
    private readonly DisclosureSealer sealer = new(opener.Options.Keys);
    private readonly ReadPool<ReadSession> pool = new(opener, connection => new ReadSession(connection));

    public ValueTask<DisclosureLookup> FindAsync(string sender, Guid disclosure, CancellationToken cancellation) =>
        Find("find disclosure", connection => DisclosureTable.Find(connection, sealer, sender, disclosure), cancellation);

    public ValueTask<DisclosureLookup> FindDeliveryAsync(Guid delivery, CancellationToken cancellation) =>
        Find("find delivery", connection => DisclosureTable.FindDelivery(connection, sealer, delivery), cancellation);

    public ValueTask<ImmutableArray<StoredDisclosure>?> OpenAsync(
        ServiceAddress receiver, long after, int count, CancellationToken cancellation) =>
        new(Read("read deliveries", connection => DisclosureTable.Open(connection, sealer, receiver, after, count), cancellation));

    public ValueTask<bool> NoteSentAsync(IReadOnlyCollection<Guid> deliveries, DateTimeOffset at, CancellationToken cancellation) =>
        new(Write(
            "note deliveries",
            connection =>
            {
                DisclosureTable.NoteSent(connection, deliveries, at);
                return 1;
            },
            cancellation) is not null);

    public ValueTask<ImmutableArray<StoredDisclosure>?> OverdueAsync(OverdueQuery query, CancellationToken cancellation) =>
        new(Read("list overdue deliveries", connection => DisclosureTable.Overdue(connection, sealer, query, DisclosureRows.OnTheirWay), cancellation));

    public ValueTask<ImmutableArray<StoredDisclosure>?> UnansweredAsync(OverdueQuery query, CancellationToken cancellation) => new(Read(
        "list unanswered reports",
        connection => DisclosureTable.Overdue(connection, sealer, query, DisclosureRows.UnansweredReports),
        cancellation));

    public ValueTask<ImmutableArray<ReconciledLine>?> ReconcileAsync(ReconcileQuery query, CancellationToken cancellation) =>
        new(Read("reconcile disclosures", connection => DisclosureTable.Reconcile(connection, query), cancellation));

    public ValueTask<int?> ForgetAsync(DateTimeOffset acknowledgedBefore, CancellationToken cancellation) =>
        new(Write("forget disclosures", connection => DisclosureTable.Forget(connection, acknowledgedBefore), cancellation));

    public void Dispose() => pool.Dispose();

    private int? Write(string operation, Func<SqliteConnection, int> write, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return gate.Write(write);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report(operation, error);
            return null;
        }
    }

    private ValueTask<DisclosureLookup> Find(
        string operation, Func<SqliteConnection, StoredDisclosure?> find, CancellationToken cancellation)
    {
        var found = Read(operation, connection => find(connection) is { } one ? [one] : new List<StoredDisclosure>(), cancellation);
        return new(found is { } read
            ? new DisclosureLookup(Available: true, read.FirstOrDefault())
            : new DisclosureLookup(Available: false, Disclosure: null));
    }

    private ImmutableArray<T>? Read<T>(string operation, Func<SqliteConnection, List<T>> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return [.. pool.Read(read, static (session, reading) => reading(session.Connection))];
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report(operation, error);
            return null;
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
