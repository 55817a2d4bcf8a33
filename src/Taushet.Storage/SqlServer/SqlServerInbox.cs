using System.Collections.Immutable;
using System.Data.Common;
using Taushet.Storage.Ports;
using Taushet.Storage.Retention;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>The holders' inboxes in SQL Server.</summary>
internal sealed class SqlServerInbox(SqlServerOpener opener, RegisterGate gate) : IInbox
{
    private readonly InboxSealer sealer = new(opener.Options.Keys);
    private readonly SqlServerReader reader = new(opener);

    public ValueTask<InboxWrite> PutAsync(InboxRequest request, int most, CancellationToken cancellation) =>
        WriteAsync(
            async write =>
            {
                if (await InboxTable.IsFullAsync(write, request, most))
                {
                    return InboxWrite.Full;
                }

                var stored = InboxSealing.Seal(new SqlServerSharedChange(write), opener.Options.Keys, sealer, request);
                await InboxTable.WriteAsync(write, request, stored);
                return InboxWrite.Stored;
            },
            cancellation);

    public async ValueTask<InboxLookup> FindAsync(Guid handle, CancellationToken cancellation)
    {
        var found = await ReadAsync(
            "find request in inbox", InboxTable.Select, () => new TypedParameters().Id("@handle", handle), cancellation);
        return new InboxLookup(found is not null, found is [var request] ? request : null);
    }

    public ValueTask<ImmutableArray<InboxRequest>?> ListAsync(InboxQuery query, CancellationToken cancellation) =>
        ReadAsync("list inbox", InboxTable.SelectWaiting, () => InboxTable.Waiting(query), cancellation);

    public ValueTask<ImmutableArray<InboxRequest>?> OverdueAsync(DateTimeOffset now, int count, CancellationToken cancellation) =>
        ReadAsync("list overdue requests", InboxTable.SelectOverdue, () => InboxTable.Overdue(now, count), cancellation);

    public async ValueTask<int?> ForgetAsync(DateTimeOffset endedBefore, CancellationToken cancellation)
    {
        try
        {
            return await gate.WriteAsync(write => InboxTable.ForgetAsync(write, endedBefore), cancellation);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private async ValueTask<InboxWrite> WriteAsync(Func<RegisterWrite, Task<InboxWrite>> write, CancellationToken cancellation)
    {
        try
        {
            return await gate.WriteAsync(write, cancellation);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            return InboxWrite.Unavailable;
        }
    }

    private async ValueTask<ImmutableArray<InboxRequest>?> ReadAsync(
        string operation,
        string sql,
        Func<TypedParameters> parameters,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await reader.ReadAsync(sql, parameters, TakeAsync, cancellation);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            opener.Report(operation, error);
            return null;
        }
    }

    private async Task<ImmutableArray<InboxRequest>> TakeAsync(DbDataReader rows, CancellationToken cancellation)
    {
        var requests = ImmutableArray.CreateBuilder<InboxRequest>();
        while (await rows.ReadAsync(cancellation))
        {
            if (InboxRows.Open(rows, sealer, opener.Options.Keys) is { } request)
            {
                requests.Add(request);
            }
        }

        return requests.ToImmutable();
    }
}
