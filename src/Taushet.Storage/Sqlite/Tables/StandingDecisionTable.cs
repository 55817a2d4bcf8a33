using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;

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

    private const string InsertChange = """
        INSERT INTO standing_decision_change (id, version, event, role, reason, recorded_at, entry)
        VALUES (@id, @version, @event, @role, @reason, @recordedAt, @entry)
        """;

    private const string SelectCounter =
        "SELECT coalesce((SELECT value FROM holder_counter WHERE organisation = @organisation), 0)";

    private const string SelectHistory = $"""
        SELECT {StandingDecisionRows.Columns}
        FROM {StandingDecisionRows.Tables}
        WHERE decision.id = @id AND decision.organisation = @organisation
        ORDER BY decision.version
        """;

    private const string SelectPage = $"""
        SELECT {StandingDecisionRows.Columns}
        FROM {StandingDecisionRows.Tables}
        WHERE decision.organisation = @organisation AND decision.holder_service = @holder AND decision.id > @after
            AND (@day IS NULL OR (decision.from_day <= @day AND decision.to_day >= @day))
            AND NOT EXISTS (
                SELECT 1 FROM standing_decision AS later WHERE later.id = decision.id AND later.version > decision.version)
        ORDER BY decision.id
        LIMIT @count
        """;

    /// <summary>The organisation's counter.</summary>
    public static long Counter(SqliteConnection connection, string organisation) =>
        connection.ExecuteScalar<long>(SelectCounter, new { organisation });

    /// <summary>Every version of one decision of an organisation, in order.</summary>
    public static ImmutableArray<StandingDecisionVersion> History(SqliteConnection connection, Guid id, string organisation)
    {
        using var row = connection.ExecuteReader(SelectHistory, new { id = StoredForms.Id(id), organisation });
        return Versions((DbDataReader)row);
    }

    /// <summary>One page of newest versions.</summary>
    public static ImmutableArray<StandingDecisionVersion> Page(SqliteConnection connection, StandingDecisionQuery query)
    {
        using var row = connection.ExecuteReader(
            SelectPage,
            new
            {
                organisation = query.Organisation,
                holder = StoredForms.Member(query.Holder),
                day = StoredForms.Day(query.InForceOn),
                after = StoredForms.Id(query.After),
                count = query.Count,
            });
        return Versions((DbDataReader)row);
    }

    /// <summary>Who changed it and why, beside the version it belongs to.</summary>
    public static void WriteChange(SqliteConnection connection, StandingDecisionVersion version) =>
        connection.Execute(
            InsertChange,
            new
            {
                id = StoredForms.Id(version.Decision.Id),
                version = version.Decision.Fact.Version,
                @event = StoredForms.Member(version.Event),
                role = version.Role,
                reason = version.Reason,
                recordedAt = StoredForms.Micros(version.RecordedAt!.Value),
                entry = StoredForms.Id(version.Entry!.Value),
            });

    /// <summary>Whether a version follows the newest one of its organisation, or begins a decision.</summary>
    public static bool Follows(SqliteConnection connection, StandingDecisionRow decision) =>
        Newest(connection, decision.Id) is var (version, organisation)
            ? version == decision.Fact.Version - 1
                && string.Equals(organisation, decision.HolderOrganisation, StringComparison.Ordinal)
            : decision.Fact.Version == 1;

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

    private static ImmutableArray<StandingDecisionVersion> Versions(DbDataReader row)
    {
        var versions = ImmutableArray.CreateBuilder<StandingDecisionVersion>();
        while (row.Read())
        {
            versions.Add(StandingDecisionRows.Read(row));
        }

        return versions.ToImmutable();
    }
}
