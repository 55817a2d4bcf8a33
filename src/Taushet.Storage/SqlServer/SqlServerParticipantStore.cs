using System.Data.Common;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>Reads the register of participants from SQL Server.</summary>
internal sealed class SqlServerParticipantStore(SqlServerOpener opener) : IParticipantStore
{
    private readonly SqlServerReader reader = new(opener);

    public async ValueTask<ParticipantLookup> FindAsync(
        string organisation,
        string unit,
        Service service,
        DateOnly date,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var found = await reader.ReadAsync(
                ParticipantTable.SelectInForce,
                () => new TypedParameters()
                    .Code("@organisation", organisation, Limits.Organisation)
                    .Code("@unit", unit, Limits.Organisation)
                    .Number("@service", StoredForms.Member(service))
                    .Number("@day", StoredForms.Day(date)),
                (rows, token) => ReadAsync(rows, organisation, unit, service, token),
                cancellation);
            return new ParticipantLookup(Available: true, found);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            opener.Report("find participant", error);
            return new ParticipantLookup(Available: false, Participant: null);
        }
    }

    public async ValueTask<IntegrationLookup> FindScopesAsync(IntegrationQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var scopes = await reader.ReadAsync(
                IntegrationTable.SelectScopes, () => IntegrationTable.Key(query), ReadScopesAsync, cancellation);
            return new IntegrationLookup(Available: true, scopes);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            opener.Report("find integrations", error);
            return new IntegrationLookup(Available: false, []);
        }
    }

    private static async Task<IReadOnlyList<string>> ReadScopesAsync(DbDataReader rows, CancellationToken cancellation)
    {
        var scopes = new List<string>();
        while (await rows.ReadAsync(cancellation))
        {
            scopes.Add(rows.GetString(0));
        }

        return scopes;
    }

    private static async Task<Participant?> ReadAsync(
        DbDataReader rows,
        string organisation,
        string unit,
        Service service,
        CancellationToken cancellation) =>
        await rows.ReadAsync(cancellation) ? ParticipantRows.Read(rows, organisation, unit, service) : null;
}
