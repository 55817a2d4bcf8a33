using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The register of integrations.</summary>
internal static class IntegrationTable
{
    /// <summary>The scopes in force: issuer, organisation, unit, service, day.</summary>
    public const string SelectScopes = """
        SELECT DISTINCT scope FROM integration
        WHERE issuer = @issuer AND organisation = @organisation AND unit = @unit AND service = @service
            AND from_day <= @day AND (to_day IS NULL OR to_day >= @day)
        ORDER BY scope
        """;

    private const string Upsert = """
        INSERT INTO integration (issuer, organisation, unit, service, scope, from_day, to_day)
        VALUES (@issuer, @organisation, @unit, @service, @scope, @from, @to)
        ON CONFLICT (issuer, organisation, unit, service, scope, from_day) DO UPDATE SET to_day = excluded.to_day
        """;

    public static void Write(SqliteConnection connection, Integration integration) =>
        connection.Execute(
            Upsert,
            new
            {
                issuer = integration.Issuer,
                organisation = integration.Organisation,
                unit = integration.Unit,
                service = StoredForms.Member(integration.Service),
                scope = integration.Scope,
                from = StoredForms.Day(integration.From),
                to = StoredForms.Day(integration.To),
            });
}
