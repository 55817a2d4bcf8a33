using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Writes a change of the register of participants inside a transaction that somebody else ends.</summary>
/// <remarks>
/// INVARIANT: a proposal is decided once, and confirmed only as long as nothing else of its registration has been confirmed since.
/// </remarks>
internal static class RegistryWriting
{
    /// <summary>Whether a proposal can no longer be stored: its id is taken, or the registration has changed since its proposer looked.</summary>
    public static bool IsOvertaken(SqliteConnection connection, RegistryProposal proposal) =>
        ProposalTable.Exists(connection, proposal.Id) || ProposalTable.Version(connection, proposal.Key) != proposal.SeenVersion;

    /// <summary>Whether a decision can no longer be stored.</summary>
    public static bool IsOvertaken(SqliteConnection connection, RegistryProposal proposal, RegistryVerdict verdict) =>
        ProposalTable.IsDecided(connection, proposal.Id)
        || (verdict.Outcome == RegistryOutcome.Confirmed && ProposalTable.Version(connection, proposal.Key) != proposal.SeenVersion);

    /// <summary>Writes a decision, and what it changes.</summary>
    public static void Decide(SqliteConnection connection, RegistryProposal proposal, RegistryVerdict verdict, Guid entry)
    {
        var confirmed = verdict.Outcome == RegistryOutcome.Confirmed;
        ProposalTable.WriteVerdict(connection, proposal.Id, verdict, confirmed ? proposal.SeenVersion + 1 : null, entry);
        if (!confirmed)
        {
            return;
        }

        if (proposal.Terms is { } terms)
        {
            RegistrationTable.Register(connection, proposal.Key, terms, verdict.Day);
        }
        else
        {
            RegistrationTable.End(connection, proposal.Key, verdict.Day);
        }
    }
}
