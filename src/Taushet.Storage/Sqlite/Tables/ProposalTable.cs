using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;

namespace Taushet.Storage.Sqlite.Tables;

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

    /// <summary>How many changes of a registration have been confirmed.</summary>
    public static int Version(SqliteConnection connection, RegistrationKey key) =>
        connection.ExecuteScalar<int>(
            ProposalRows.SelectVersion,
            new { organisation = key.Organisation, unit = key.Unit, service = StoredForms.Member(key.Service) });

    /// <summary>Whether there is a proposal of this id.</summary>
    public static bool Exists(SqliteConnection connection, Guid id) =>
        connection.ExecuteScalar<int>("SELECT COUNT(*) FROM registry_proposal WHERE id = @id", new { id = StoredForms.Id(id) }) > 0;

    /// <summary>Whether a proposal has been decided, or is told to have lapsed.</summary>
    public static bool IsDecided(SqliteConnection connection, Guid id) =>
        connection.ExecuteScalar<int>(ProposalRows.CountEnds, new { id = StoredForms.Id(id) }) > 0;

    public static void WriteLapse(SqliteConnection connection, RegisterChange.OfLapse lapse, Guid entry) => connection.Execute(
        ProposalRows.InsertLapse,
        new { id = StoredForms.Id(lapse.Proposal), at = StoredForms.Micros(lapse.At), entry = StoredForms.Id(entry) });

    public static void Write(SqliteConnection connection, RegistryProposal proposal, Guid entry) =>
        connection.Execute(
            Insert,
            new
            {
                id = StoredForms.Id(proposal.Id),
                organisation = proposal.Key.Organisation,
                unit = proposal.Key.Unit,
                service = StoredForms.Member(proposal.Key.Service),
                seen = proposal.SeenVersion,
                terms = ProposalText.Write(proposal),
                administrator = proposal.By.Administrator,
                reference = proposal.By.Reference,
                reason = proposal.Reason,
                at = StoredForms.Micros(proposal.At),
                expires = StoredForms.Micros(proposal.ExpiresAt),
                entry = StoredForms.Id(entry),
            });

    public static void WriteVerdict(SqliteConnection connection, Guid proposal, RegistryVerdict verdict, int? version, Guid entry) =>
        connection.Execute(
            InsertVerdict,
            new
            {
                proposal = StoredForms.Id(proposal),
                outcome = (int)verdict.Outcome,
                administrator = verdict.By.Administrator,
                reference = verdict.By.Reference,
                reason = verdict.Reason,
                at = StoredForms.Micros(verdict.At),
                day = StoredForms.Day(verdict.Day),
                version,
                entry = StoredForms.Id(entry),
            });
}
