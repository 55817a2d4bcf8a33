using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Tasks to be done by hand, and orders, in SQLite. Connections are opened for each use: humans and orders are few.</summary>
internal sealed class SqliteDuties(SqliteOpener opener) : IHandTasks, IOrders
{
    private readonly DutySealer sealer = new(opener.Options.Keys);

    public ValueTask<HandTaskLookup> FindAsync(Guid task, CancellationToken cancellation)
    {
        var found = Read("find hand task", connection => HandTaskTable.Find(connection, sealer, task), cancellation);
        return new(new HandTaskLookup(found is not null, found is [var one] ? one : null));
    }

    public ValueTask<ImmutableArray<StoredHandTask>?> ListAsync(HandTaskQuery query, CancellationToken cancellation) =>
        new(Read("list hand tasks", connection => HandTaskTable.Page(connection, sealer, query), cancellation));

    public ValueTask<HandTaskLookup> FindJoinedAsync(
        SubjectKey child, HandTaskRow task, string caseReference, CancellationToken cancellation)
    {
        var values = HandTaskAskings.Looking(opener.Options.Keys, SubjectLookup.Of(opener.Options.Keys, child), task, caseReference);
        var found = Read(
            "find joined hand task",
            connection => new SqliteSharedChange(connection).Read(HandTaskAskings.Select, values, row => HandTaskRows.Read(row, sealer)),
            cancellation);
        return new(new HandTaskLookup(found is not null, found is [var one] ? one : null));
    }

    ValueTask<OrderLookup> IOrders.FindAsync(Guid order, CancellationToken cancellation) =>
        Order(connection => OrderTable.Find(connection, sealer, order), cancellation);

    public ValueTask<OrderLookup> FindAboutAsync(Guid order, SubjectKey child, CancellationToken cancellation)
    {
        var asked = SubjectLookup.Of(opener.Options.Keys, child);
        return Order(connection => OrderTable.FindAbout(connection, sealer, order, asked), cancellation);
    }

    public ValueTask<ImmutableArray<StoredOrder>?> ListAsync(OrderQuery query, CancellationToken cancellation) =>
        new(Read("list orders", connection => OrderTable.Page(connection, sealer, query), cancellation));

    private ValueTask<OrderLookup> Order(Func<SqliteConnection, List<StoredOrder>> read, CancellationToken cancellation)
    {
        var found = Read("find order", read, cancellation);
        return new(new OrderLookup(found is not null, found is [var one] ? one : null));
    }

    private ImmutableArray<T>? Read<T>(string operation, Func<SqliteConnection, List<T>> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            using var connection = opener.OpenToRead();
            return [.. read(connection)];
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report(operation, error);
            return null;
        }
    }
}
