using System.Collections.Immutable;
using System.Data.Common;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>Tasks to be done by hand, and orders, in SQL Server.</summary>
internal sealed class SqlServerDuties(SqlServerOpener opener) : IHandTasks, IOrders
{
    private readonly DutySealer sealer = new(opener.Options.Keys);
    private readonly SqlServerReader reader = new(opener);

    public async ValueTask<HandTaskLookup> FindAsync(Guid task, CancellationToken cancellation)
    {
        var found = await ReadAsync(
            "find hand task", HandTaskTable.Select, () => new TypedParameters().Id("@id", task), Task, cancellation);
        return new HandTaskLookup(found is not null, found is [var one] ? one : null);
    }

    public ValueTask<ImmutableArray<StoredHandTask>?> ListAsync(HandTaskQuery query, CancellationToken cancellation) =>
        ReadAsync("list hand tasks", HandTaskTable.SelectPage, () => HandTaskTable.Paging(query), Task, cancellation);

    public async ValueTask<HandTaskLookup> FindJoinedAsync(
        SubjectKey child, HandTaskRow task, string caseReference, CancellationToken cancellation)
    {
        var values = HandTaskAskings.Looking(opener.Options.Keys, SubjectLookup.Of(opener.Options.Keys, child), task, caseReference);
        var found = await ReadAsync(
            "find joined hand task",
            SqlServerSharedChange.Text(HandTaskAskings.Select),
            () => SqlServerSharedChange.Parameters(values),
            Task,
            cancellation);
        return new HandTaskLookup(found is not null, found is [var one] ? one : null);
    }

    async ValueTask<OrderLookup> IOrders.FindAsync(Guid order, CancellationToken cancellation) =>
        Lookup(await ReadAsync("find order", OrderTable.Select, () => new TypedParameters().Id("@id", order), Order, cancellation));

    public async ValueTask<OrderLookup> FindAboutAsync(Guid order, SubjectKey child, CancellationToken cancellation)
    {
        var asked = SubjectLookup.Of(opener.Options.Keys, child);
        return Lookup(await ReadAsync(
            "find order",
            OrderTable.SelectAbout,
            () => new TypedParameters().Id("@id", order).Fixed("@asked", asked, Limits.Hash),
            Order,
            cancellation));
    }

    public ValueTask<ImmutableArray<StoredOrder>?> ListAsync(OrderQuery query, CancellationToken cancellation) =>
        ReadAsync("list orders", OrderTable.SelectPage(query.AsIssuer), () => OrderTable.Paging(query), Order, cancellation);

    private static OrderLookup Lookup(ImmutableArray<StoredOrder>? found) => new(found is not null, found is [var one] ? one : null);

    private StoredHandTask Task(DbDataReader row) => HandTaskRows.Read(row, sealer);

    private StoredOrder Order(DbDataReader row) => OrderRows.Read(row, sealer);

    private async ValueTask<ImmutableArray<T>?> ReadAsync<T>(
        string operation, string sql, Func<TypedParameters> parameters, Func<DbDataReader, T> take, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await reader.ReadAsync(sql, parameters, (rows, ending) => TakeAsync(rows, take, ending), cancellation);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            opener.Report(operation, error);
            return null;
        }
    }

    private static async Task<ImmutableArray<T>> TakeAsync<T>(DbDataReader rows, Func<DbDataReader, T> take, CancellationToken cancellation)
    {
        var taken = ImmutableArray.CreateBuilder<T>();
        while (await rows.ReadAsync(cancellation))
        {
            taken.Add(take(rows));
        }

        return taken.ToImmutable();
    }
}
