using System.Collections.Immutable;
using System.Data.Common;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>Disclosures and their deliveries in SQL Server.</summary>
internal sealed class SqlServerDisclosures(SqlServerOpener opener, RegisterGate gate) : IDisclosures
{
    private readonly DisclosureSealer sealer = new(opener.Options.Keys);
    private readonly SqlServerReader reader = new(opener);

    public async ValueTask<DisclosureLookup> FindAsync(string sender, Guid disclosure, CancellationToken cancellation) =>
        Lookup(await ReadAsync(
            "find disclosure", DisclosureTable.Select, () => DisclosureTable.Finding(sender, disclosure), cancellation));

    public async ValueTask<DisclosureLookup> FindDeliveryAsync(Guid delivery, CancellationToken cancellation) =>
        Lookup(await ReadAsync(
            "find delivery", DisclosureTable.SelectDelivery, () => new TypedParameters().Id("@delivery", delivery), cancellation));

    public ValueTask<ImmutableArray<StoredDisclosure>?> OpenAsync(
        ServiceAddress receiver, long after, int count, CancellationToken cancellation) =>
        ReadAsync("read deliveries", DisclosureTable.SelectOpen, () => DisclosureTable.Opening(receiver, after, count), cancellation);

    public async ValueTask<bool> NoteSentAsync(IReadOnlyCollection<Guid> deliveries, DateTimeOffset at, CancellationToken cancellation) =>
        await WriteAsync(
            async write =>
            {
                await DisclosureTable.NoteSentAsync(write, deliveries, at);
                return deliveries.Count;
            },
            cancellation) is not null;

    public ValueTask<ImmutableArray<StoredDisclosure>?> OverdueAsync(OverdueQuery query, CancellationToken cancellation) =>
        ReadAsync(
            "list overdue deliveries",
            DisclosureTable.SelectOverdue(query.Side, DisclosureRows.OnTheirWay),
            () => DisclosureTable.Overdue(query),
            cancellation);

    public ValueTask<ImmutableArray<StoredDisclosure>?> UnansweredAsync(OverdueQuery query, CancellationToken cancellation) =>
        ReadAsync(
            "list unanswered reports",
            DisclosureTable.SelectOverdue(query.Side, DisclosureRows.UnansweredReports),
            () => DisclosureTable.Overdue(query),
            cancellation);

    public ValueTask<ImmutableArray<ReconciledLine>?> ReconcileAsync(ReconcileQuery query, CancellationToken cancellation) =>
        ReadAsync(
            "reconcile disclosures",
            DisclosureRows.Reconciling(query.Side),
            () => DisclosureTable.Reconciling(query),
            DisclosureRows.ReadLine,
            cancellation);

    public async ValueTask<int?> ForgetAsync(DateTimeOffset acknowledgedBefore, CancellationToken cancellation) =>
        await WriteAsync(write => DisclosureTable.ForgetAsync(write, acknowledgedBefore), cancellation);

    private static DisclosureLookup Lookup(ImmutableArray<StoredDisclosure>? found) =>
        new(found is not null, found is [var disclosure] ? disclosure : null);

    private async ValueTask<int?> WriteAsync(Func<RegisterWrite, Task<int>> write, CancellationToken cancellation)
    {
        try
        {
            return await gate.WriteAsync(write, cancellation);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private ValueTask<ImmutableArray<StoredDisclosure>?> ReadAsync(
        string operation, string sql, Func<TypedParameters> parameters, CancellationToken cancellation) =>
        ReadAsync(operation, sql, parameters, row => DisclosureRows.Read(row, sealer), cancellation);

    private async ValueTask<ImmutableArray<T>?> ReadAsync<T>(
        string operation,
        string sql,
        Func<TypedParameters> parameters,
        Func<DbDataReader, T> take,
        CancellationToken cancellation)
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
