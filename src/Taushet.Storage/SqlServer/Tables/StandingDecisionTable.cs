using Taushet.Storage.Ports;

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
