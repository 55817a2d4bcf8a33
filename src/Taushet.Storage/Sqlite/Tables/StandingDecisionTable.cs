using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>Holders' standing decisions: each change is a new version.</summary>
internal static class StandingDecisionTable
{
    private const string Insert = """
        INSERT INTO standing_decision (
            id, version, organisation, holder_service, receiver_service, purpose, cells, decided_by, from_day, to_day)
        VALUES (@id, @version, @organisation, @holder, @receiver, @purpose, @cells, @decidedBy, @from, @to)
        """;

    private const string SelectNewest = """
        SELECT version, organisation FROM standing_decision WHERE id = @id ORDER BY version DESC LIMIT 1
        """;

    /// <summary>The newest version and its organisation, or null.</summary>
    public static (int Version, string Organisation)? Newest(SqliteConnection connection, Guid id) =>
        connection.QuerySingleOrDefault<(long Version, string? Organisation)>(SelectNewest, new { id = StoredForms.Id(id) }) is
            (var version, { } organisation)
            ? ((int)version, organisation)
            : null;

    public static void Write(SqliteConnection connection, StandingDecisionRow decision) =>
        connection.Execute(
            Insert,
            new
            {
                id = StoredForms.Id(decision.Id),
                version = decision.Fact.Version,
                organisation = decision.HolderOrganisation,
                holder = StoredForms.Member(decision.Holder),
                receiver = StoredForms.Member(decision.Fact.Receiver),
                purpose = StoredForms.Member(decision.Fact.Purpose),
                cells = StoredForms.Cells(decision.Fact.Cells),
                decidedBy = decision.DecidedBy,
                from = StoredForms.Day(decision.From),
                to = StoredForms.Day(decision.To),
            });
}
