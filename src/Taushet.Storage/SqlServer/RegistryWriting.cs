using Taushet.Storage.Ports;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>Writes a change of the register of participants inside a transaction that somebody else ends.</summary>
/// <remarks>
/// INVARIANT: a proposal is decided once, and confirmed only as long as nothing else of its registration has been confirmed since.
/// </remarks>
internal static class RegistryWriting
{
    /// <summary>Whether a proposal can no longer be stored: its id is taken, or the registration has changed since its proposer looked.</summary>
    public static async Task<bool> IsOvertakenAsync(RegisterWrite write, RegistryProposal proposal) =>
        await ProposalTable.ExistsAsync(write, proposal.Id).ConfigureAwait(false)
        || await ProposalTable.VersionAsync(write, proposal.Key).ConfigureAwait(false) != proposal.SeenVersion;

    /// <summary>Whether a decision can no longer be stored.</summary>
    public static async Task<bool> IsOvertakenAsync(RegisterWrite write, RegistryProposal proposal, RegistryVerdict verdict) =>
        await ProposalTable.IsDecidedAsync(write, proposal.Id).ConfigureAwait(false)
        || (verdict.Outcome == RegistryOutcome.Confirmed
            && await ProposalTable.VersionAsync(write, proposal.Key).ConfigureAwait(false) != proposal.SeenVersion);

    /// <summary>Writes a decision, and what it changes.</summary>
    public static async Task DecideAsync(RegisterWrite write, RegistryProposal proposal, RegistryVerdict verdict, Guid entry)
    {
        var confirmed = verdict.Outcome == RegistryOutcome.Confirmed;
        await ProposalTable.WriteVerdictAsync(
            write, proposal.Id, verdict, confirmed ? proposal.SeenVersion + 1 : null, entry).ConfigureAwait(false);
        if (!confirmed)
        {
            return;
        }

        if (proposal.Terms is { } terms)
        {
            await RegistrationTable.RegisterAsync(write, proposal.Key, terms, verdict.Day).ConfigureAwait(false);
        }
        else
        {
            await RegistrationTable.EndAsync(write, proposal.Key, verdict.Day).ConfigureAwait(false);
        }
    }
}
