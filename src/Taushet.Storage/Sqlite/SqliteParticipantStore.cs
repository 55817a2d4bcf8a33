using Microsoft.Data.Sqlite;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Reads the register of participants from SQLite.</summary>
internal sealed class SqliteParticipantStore(SqliteOpener opener) : IParticipantStore, IDisposable
{
    private const string SelectInForce = """
        SELECT form, name, telephone, source_address, from_day, to_day
        FROM participant
        WHERE organisation = @organisation AND unit = @unit AND service = @service
            AND from_day <= @day AND (to_day IS NULL OR to_day >= @day)
        ORDER BY from_day DESC
        LIMIT 1
        """;

    private readonly ReadPool<PreparedStatement> pool = new(
        opener,
        connection => new PreparedStatement(
            connection,
            SelectInForce,
            ("@organisation", SqliteType.Text),
            ("@unit", SqliteType.Text),
            ("@service", SqliteType.Integer),
            ("@day", SqliteType.Integer)),
        ofOneStatement: true);

    private readonly ReadPool<PreparedStatement> integrations = new(
        opener,
        connection => new PreparedStatement(
            connection,
            IntegrationTable.SelectScopes,
            ("@issuer", SqliteType.Text),
            ("@organisation", SqliteType.Text),
            ("@unit", SqliteType.Text),
            ("@service", SqliteType.Integer),
            ("@day", SqliteType.Integer)),
        ofOneStatement: true);

    public ValueTask<ParticipantLookup> FindAsync(
        string organisation,
        string unit,
        Service service,
        DateOnly date,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var found = pool.Read((organisation, unit, service, date), static (statement, key) => Find(statement, key));
            return new(new ParticipantLookup(Available: true, found));
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report("find participant", error);
            return new(new ParticipantLookup(Available: false, Participant: null));
        }
    }

    public ValueTask<IntegrationLookup> FindScopesAsync(IntegrationQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var scopes = integrations.Read(query, static (statement, key) => Scopes(statement, key));
            return new(new IntegrationLookup(Available: true, scopes));
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report("find integrations", error);
            return new(new IntegrationLookup(Available: false, []));
        }
    }

    public void Dispose()
    {
        pool.Dispose();
        integrations.Dispose();
    }

    private static List<string> Scopes(PreparedStatement statement, IntegrationQuery query)
    {
        statement.Set(0, query.Issuer).Set(1, query.Organisation).Set(2, query.Unit);
        statement.Set(3, StoredForms.Member(query.Service)).Set(4, StoredForms.Day(query.Date));
        using var rows = statement.Read();
        var scopes = new List<string>();
        while (rows.Read())
        {
            scopes.Add(rows.GetString(0));
        }

        return scopes;
    }

    private static Participant? Find(
        PreparedStatement statement,
        (string Organisation, string Unit, Service Service, DateOnly Date) key)
    {
        statement.Set(0, key.Organisation).Set(1, key.Unit);
        statement.Set(2, StoredForms.Member(key.Service)).Set(3, StoredForms.Day(key.Date));
        using var row = statement.Read();
        return row.Read()
            ? ParticipantRows.Read(row, key.Organisation, key.Unit, key.Service)
            : null;
    }
}
