using System.Data.Common;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Rows;

/// <summary>What a row of proposals means. Every store selects the same columns in the same order.</summary>
internal static class ProposalRows
{
    /// <summary>The columns, of a proposal and its verdict, in the order in which they are read.</summary>
    public const string Columns = """
        proposal.id, proposal.organisation, proposal.unit, proposal.service, proposal.seen_version, proposal.terms,
        proposal.administrator, proposal.reference, proposal.reason, proposal.proposed_at, proposal.expires_at, proposal.entry,
        verdict.outcome, verdict.administrator, verdict.reference, verdict.reason, verdict.decided_at, verdict.day,
        verdict.version, verdict.entry, lapse.noticed_at, lapse.entry
        """;

    /// <summary>Both tables, an undecided proposal included.</summary>
    public const string Tables = """
        registry_proposal AS proposal
        LEFT JOIN registry_verdict AS verdict ON verdict.proposal = proposal.id
        LEFT JOIN registry_lapse AS lapse ON lapse.proposal = proposal.id
        """;

    /// <summary>Whether a proposal has been decided, or is told to have lapsed: proposal.</summary>
    public const string CountEnds = """
        SELECT (SELECT COUNT(*) FROM registry_verdict WHERE proposal = @id) + (SELECT COUNT(*) FROM registry_lapse WHERE proposal = @id)
        """;

    /// <summary>Tells that a proposal lapsed: proposal, time, entry.</summary>
    public const string InsertLapse = "INSERT INTO registry_lapse (proposal, noticed_at, entry) VALUES (@id, @at, @entry)";

    /// <summary>How many changes of a registration have been confirmed: organisation, unit, service.</summary>
    public const string SelectVersion = """
        SELECT COUNT(*)
        FROM registry_verdict AS verdict
        JOIN registry_proposal AS proposal ON proposal.id = verdict.proposal
        WHERE verdict.outcome = 1
            AND proposal.organisation = @organisation AND proposal.unit = @unit AND proposal.service = @service
        """;

    /// <summary>The row under the cursor.</summary>
    public static StoredProposal Read(DbDataReader row)
    {
        var (terms, lastDay, warnings) = ProposalText.Read(row.GetFieldValue<byte[]>(5));
        var proposal = new RegistryProposal(
            StoredForms.Id(row.GetFieldValue<byte[]>(0)),
            new RegistrationKey(row.GetString(1), row.GetString(2), StoredForms.Member<Service>(row.GetInt32(3))),
            row.GetInt32(4),
            terms,
            lastDay,
            warnings,
            new RegistryActor(row.GetString(6), row.GetString(7)),
            row.GetString(8),
            StoredForms.Time(row.GetInt64(9)),
            StoredForms.Time(row.GetInt64(10)));
        return new StoredProposal(proposal, StoredForms.Id(row.GetFieldValue<byte[]>(11)), Verdict(row))
        {
            Lapsed = row.IsDBNull(20)
                ? null
                : new StoredLapse(StoredForms.Time(row.GetInt64(20)), StoredForms.Id(row.GetFieldValue<byte[]>(21))),
        };
    }

    private static StoredVerdict? Verdict(DbDataReader row) => row.IsDBNull(12)
        ? null
        : new StoredVerdict(
            new RegistryVerdict(
                StoredForms.Member<RegistryOutcome>(row.GetInt32(12)),
                new RegistryActor(row.GetString(13), row.GetString(14)),
                row.GetString(15),
                StoredForms.Time(row.GetInt64(16)),
                StoredForms.Date(row.GetInt32(17))),
            row.IsDBNull(18) ? null : row.GetInt32(18),
            StoredForms.Id(row.GetFieldValue<byte[]>(19)));
}
