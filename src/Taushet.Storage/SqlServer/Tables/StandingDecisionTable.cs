using Taushet.Storage.Ports;
using Taushet.Storage.Rows;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>Holders' standing decisions: each change is a new version.</summary>
internal static class StandingDecisionTable
{
    private const string Insert = """
        INSERT INTO standing_decision (
            id, version, organisation, holder_service, receiver_service, purpose, cells, decided_by, from_day, to_day)
        VALUES (@id, @version, @organisation, @holder, @receiver, @purpose, @cells, @decidedBy, @from, @to)
        """;

    private const string SelectNewest =
        "SELECT TOP (1) version, organisation FROM standing_decision WHERE id = @id ORDER BY version DESC";

    private const string InsertChange = """
        INSERT INTO standing_decision_change (id, version, event, role, reason, recorded_at, entry)
        VALUES (@id, @version, @event, @role, @reason, @recordedAt, @entry)
        """;

    /// <summary>
    /// The organisation's counter, every version of one decision, and the counter once more: when it is the same, all of it is of
    /// one moment.
    /// </summary>
    public const string SelectHistory = $"""
        SELECT isnull((SELECT value FROM holder_counter WHERE organisation = @organisation), 0);
        SELECT {StandingDecisionRows.Columns}
        FROM {StandingDecisionRows.Tables}
        WHERE decision.id = @id AND decision.organisation = @organisation
        ORDER BY decision.version;
        SELECT isnull((SELECT value FROM holder_counter WHERE organisation = @organisation), 0);
        """;

    /// <summary>One page of newest versions.</summary>
    public const string SelectPage = $"""
        SELECT TOP (@count) {StandingDecisionRows.Columns}
        FROM {StandingDecisionRows.Tables}
        WHERE decision.organisation = @organisation AND decision.holder_service = @holder AND decision.id > @after
            AND (@day IS NULL OR (decision.from_day <= @day AND decision.to_day >= @day))
            AND NOT EXISTS (
                SELECT 1 FROM standing_decision AS later WHERE later.id = decision.id AND later.version > decision.version)
        ORDER BY decision.id;
        """;

    /// <summary>The parameters of <see cref="SelectHistory"/>.</summary>
    public static TypedParameters History(Guid id, string organisation) =>
        new TypedParameters().Id("@id", id).Code("@organisation", organisation, Limits.Organisation);

    /// <summary>The parameters of <see cref="SelectPage"/>.</summary>
    public static TypedParameters Page(StandingDecisionQuery query) => new TypedParameters()
        .Code("@organisation", query.Organisation, Limits.Organisation)
        .Number("@holder", StoredForms.Member(query.Holder))
        .Number("@day", StoredForms.Day(query.InForceOn))
        .Id("@after", query.After)
        .Number("@count", query.Count);

    /// <summary>Who changed it and why, beside the version it belongs to.</summary>
    public static Task WriteChangeAsync(RegisterWrite write, StandingDecisionVersion version) =>
        write.ExecuteAsync(
            InsertChange,
            new TypedParameters()
                .Id("@id", version.Decision.Id)
                .Number("@version", version.Decision.Fact.Version)
                .Number("@event", StoredForms.Member(version.Event))
                .Text("@role", version.Role, Limits.Reference)
                .Text("@reason", version.Reason, Limits.Reason)
                .Long("@recordedAt", StoredForms.Micros(version.RecordedAt!.Value))
                .Id("@entry", version.Entry!.Value));

    /// <summary>Whether a version follows the newest one of its organisation, or begins a decision.</summary>
    public static async Task<bool> FollowsAsync(RegisterWrite write, StandingDecisionRow decision) =>
        await NewestAsync(write, decision.Id).ConfigureAwait(false) is var (version, organisation)
            ? version == decision.Fact.Version - 1
                && string.Equals(organisation, decision.HolderOrganisation, StringComparison.Ordinal)
            : decision.Fact.Version == 1;

    /// <summary>The newest version and its organisation, or null.</summary>
    public static async Task<(int Version, string Organisation)?> NewestAsync(RegisterWrite write, Guid id) =>
        await write.SingleOrDefaultAsync<(int Version, string? Organisation)>(SelectNewest, new TypedParameters().Id("@id", id)) is
            (var version, { } organisation)
            ? (version, organisation)
            : null;

    public static Task WriteAsync(RegisterWrite write, StandingDecisionRow decision) =>
        write.ExecuteAsync(
            Insert,
            new TypedParameters()
                .Id("@id", decision.Id)
                .Number("@version", decision.Fact.Version)
                .Code("@organisation", decision.HolderOrganisation, Limits.Organisation)
                .Number("@holder", StoredForms.Member(decision.Holder))
                .Number("@receiver", StoredForms.Member(decision.Fact.Receiver))
                .Number("@purpose", StoredForms.Member(decision.Fact.Purpose))
                .Fixed("@cells", StoredForms.Cells(decision.Fact.Cells), Limits.Cells)
                .Text("@decidedBy", decision.DecidedBy, Limits.Reference)
                .Number("@from", StoredForms.Day(decision.From))
                .Number("@to", StoredForms.Day(decision.To)));
}
