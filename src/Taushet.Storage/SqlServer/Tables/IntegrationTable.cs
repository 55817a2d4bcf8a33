using Taushet.Storage.Ports;

namespace Taushet.Storage.SqlServer.Tables;

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
        UPDATE integration SET to_day = @to
        WHERE issuer = @issuer AND organisation = @organisation AND unit = @unit AND service = @service
            AND scope = @scope AND from_day = @from;
        INSERT INTO integration (issuer, organisation, unit, service, scope, from_day, to_day)
        SELECT @issuer, @organisation, @unit, @service, @scope, @from, @to
        WHERE NOT EXISTS (
            SELECT 1 FROM integration
            WHERE issuer = @issuer AND organisation = @organisation AND unit = @unit AND service = @service
                AND scope = @scope AND from_day = @from);
        """;

    public static TypedParameters Key(IntegrationQuery query) => new TypedParameters()
        .Code("@issuer", query.Issuer, Limits.Issuer)
        .Code("@organisation", query.Organisation, Limits.Organisation)
        .Code("@unit", query.Unit, Limits.Organisation)
        .Number("@service", StoredForms.Member(query.Service))
        .Number("@day", StoredForms.Day(query.Date));

    public static Task WriteAsync(RegisterWrite write, Integration integration) =>
        write.ExecuteAsync(
            Upsert,
            new TypedParameters()
                .Code("@issuer", integration.Issuer, Limits.Issuer)
                .Code("@organisation", integration.Organisation, Limits.Organisation)
                .Code("@unit", integration.Unit, Limits.Organisation)
                .Number("@service", StoredForms.Member(integration.Service))
                .Code("@scope", integration.Scope, Limits.Scope)
                .Number("@from", StoredForms.Day(integration.From))
                .Number("@to", StoredForms.Day(integration.To)));
}
