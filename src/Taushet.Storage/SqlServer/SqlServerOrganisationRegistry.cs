using System.Data.Common;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>The copy of the organisation registry in SQL Server.</summary>
internal sealed class SqlServerOrganisationRegistry(SqlServerOpener opener, RegisterGate gate) : IOrganisationRegistry
{
    private readonly SqlServerReader reader = new(opener);

    public async ValueTask<UnitLookup> FindAsync(string number, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await reader.ReadAsync(
                UnitTable.Select,
                () => new TypedParameters().Code("@number", number, Limits.Organisation),
                ReadAsync,
                cancellation);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            opener.Report("find registered unit", error);
            return default;
        }
    }

    public Task WriteAsync(IReadOnlyCollection<RegisteredUnit> units, DateTimeOffset seen, CancellationToken cancellation) =>
        units.Count == 0 ? Task.CompletedTask : gate.WriteAsync(write => UnitTable.WriteAsync(write, units, seen), cancellation);

    public Task<int> CompleteAsync(bool subUnits, DateTimeOffset seen, DateOnly day, CancellationToken cancellation) =>
        gate.WriteAsync(write => UnitTable.CompleteAsync(write, subUnits, seen, day), cancellation);

    private static async Task<UnitLookup> ReadAsync(DbDataReader rows, CancellationToken cancellation)
    {
        if (await rows.ReadAsync(cancellation))
        {
            return new UnitLookup(Available: true, HasCopy: true, UnitRows.Read(rows));
        }

        await rows.NextResultAsync(cancellation);
        return new UnitLookup(Available: true, HasCopy: await rows.ReadAsync(cancellation), Unit: null);
    }
}
