using System.Collections.Immutable;
using System.Data.Common;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>Standing decisions in SQL Server.</summary>
internal sealed class SqlServerStandingDecisions(SqlServerOpener opener) : IStandingDecisions
{
    // A holder whose decisions change at each of so many readings is not read at all.
    private const int Readings = 4;

    private readonly SqlServerReader reader = new(opener);

    public async ValueTask<StandingDecisionHistory?> FindAsync(Guid id, string organisation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            for (var reading = 1; reading <= Readings; reading++)
            {
                if (await ReadOnceAsync(id, organisation, cancellation) is { } history)
                {
                    return history;
                }
            }

            throw new StoredValueException("Standing decisions changed at every reading.");
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            opener.Report("find standing decision", error);
            return null;
        }
    }

    public async ValueTask<ImmutableArray<StandingDecisionVersion>?> ListAsync(
        StandingDecisionQuery query,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await reader.ReadAsync(
                StandingDecisionTable.SelectPage,
                () => StandingDecisionTable.Page(query),
                VersionsAsync,
                cancellation);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            opener.Report("list standing decisions", error);
            return null;
        }
    }

    private Task<StandingDecisionHistory?> ReadOnceAsync(Guid id, string organisation, CancellationToken cancellation) =>
        reader.ReadAsync(
            StandingDecisionTable.SelectHistory,
            () => StandingDecisionTable.History(id, organisation),
            HistoryAsync,
            cancellation);

    // Null when something changed while it was read.
    private static async Task<StandingDecisionHistory?> HistoryAsync(DbDataReader rows, CancellationToken cancellation)
    {
        var before = await CounterAsync(rows, cancellation);
        await rows.NextResultAsync(cancellation);
        var versions = await VersionsAsync(rows, cancellation) ?? [];
        await rows.NextResultAsync(cancellation);
        return await CounterAsync(rows, cancellation) == before ? new StandingDecisionHistory(before, versions) : null;
    }

    private static async Task<long> CounterAsync(DbDataReader rows, CancellationToken cancellation) =>
        await rows.ReadAsync(cancellation) ? rows.GetInt64(0) : throw new StoredValueException("The holder's counter was not told.");

    private static async Task<ImmutableArray<StandingDecisionVersion>?> VersionsAsync(
        DbDataReader rows,
        CancellationToken cancellation)
    {
        var versions = ImmutableArray.CreateBuilder<StandingDecisionVersion>();
        while (await rows.ReadAsync(cancellation))
        {
            versions.Add(StandingDecisionRows.Read(rows));
        }

        return versions.ToImmutable();
    }
}
