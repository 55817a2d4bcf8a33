using Taushet.Storage.Ports;
using Taushet.Storage.Rows;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>Proposed changes of the register of participants, and what became of them: appended only.</summary>
internal static class ProposalTable
{
    private const string Insert = """
        INSERT INTO registry_proposal (
            id, organisation, unit, service, seen_version, terms, administrator, reference, reason, proposed_at, expires_at, entry)
        VALUES (
            @id, @organisation, @unit, @service, @seen, @terms, @administrator, @reference, @reason, @at, @expires, @entry)
        """;

    private const string InsertVerdict = """
        INSERT INTO registry_verdict (proposal, outcome, administrator, reference, reason, decided_at, day, version, entry)
        VALUES (@proposal, @outcome, @administrator, @reference, @reason, @at, @day, @version, @entry)
        """;

    /// <summary>The parameters of a registration.</summary>
    public static TypedParameters Of(RegistrationKey key) => new TypedParameters()
        .Code("@organisation", key.Organisation, Limits.Organisation)
        .Code("@unit", key.Unit, Limits.Organisation)
        .Number("@service", StoredForms.Member(key.Service));

    /// <summary>How many changes of a registration have been confirmed.</summary>
    public static Task<int> VersionAsync(RegisterWrite write, RegistrationKey key) =>
        write.ScalarAsync<int>(ProposalRows.SelectVersion, Of(key));

    /// <summary>Whether there is a proposal of this id.</summary>
    public static async Task<bool> ExistsAsync(RegisterWrite write, Guid id) =>
        await write.ScalarAsync<int>(
            "SELECT COUNT(*) FROM registry_proposal WHERE id = @id", new TypedParameters().Id("@id", id)).ConfigureAwait(false) > 0;

    /// <summary>Whether a proposal has been decided, or is told to have lapsed.</summary>
    public static async Task<bool> IsDecidedAsync(RegisterWrite write, Guid id) =>
        await write.ScalarAsync<int>(ProposalRows.CountEnds, new TypedParameters().Id("@id", id)).ConfigureAwait(false) > 0;

    public static Task WriteLapseAsync(RegisterWrite write, RegisterChange.OfLapse lapse, Guid entry) => write.ExecuteAsync(
        ProposalRows.InsertLapse,
        new TypedParameters().Id("@id", lapse.Proposal).Long("@at", StoredForms.Micros(lapse.At)).Id("@entry", entry));

    public static Task WriteAsync(RegisterWrite write, RegistryProposal proposal, Guid entry) =>
        write.ExecuteAsync(
            Insert,
            Of(proposal.Key)
                .Id("@id", proposal.Id)
                .Number("@seen", proposal.SeenVersion)
                .Whole("@terms", ProposalText.Write(proposal))
                .Text("@administrator", proposal.By.Administrator, Limits.Reference)
                .Text("@reference", proposal.By.Reference, Limits.Reference)
                .Text("@reason", proposal.Reason, Limits.Reason)
                .Long("@at", StoredForms.Micros(proposal.At))
                .Long("@expires", StoredForms.Micros(proposal.ExpiresAt))
                .Id("@entry", entry));

    public static Task WriteVerdictAsync(RegisterWrite write, Guid proposal, RegistryVerdict verdict, int? version, Guid entry) =>
        write.ExecuteAsync(
            InsertVerdict,
            new TypedParameters()
                .Id("@proposal", proposal)
                .Number("@outcome", (int)verdict.Outcome)
                .Text("@administrator", verdict.By.Administrator, Limits.Reference)
                .Text("@reference", verdict.By.Reference, Limits.Reference)
                .Text("@reason", verdict.Reason, Limits.Reason)
                .Long("@at", StoredForms.Micros(verdict.At))
                .Number("@day", StoredForms.Day(verdict.Day))
                .Number("@version", version)
                .Id("@entry", entry));
}
