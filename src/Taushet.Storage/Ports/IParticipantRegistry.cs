using System.Collections.Immutable;

namespace Taushet.Storage.Ports;

/// <summary>
/// Reads the register of participants for those who administer it: registrations with their history, and proposals. It is changed
/// by <see cref="RegisterChange.OfProposal"/> and <see cref="RegisterChange.OfVerdict"/>, with the entry that tells of it.
/// </summary>
public interface IParticipantRegistry
{
    /// <summary>Reads one registration.</summary>
    /// <returns>It, also when nothing was ever registered; null when the store could not be read.</returns>
    ValueTask<RegistrationRecord?> FindAsync(RegistrationKey key, CancellationToken cancellation);

    /// <summary>Lists registered periods, by organisation, unit, service and first day.</summary>
    /// <returns>Null when the store could not be read.</returns>
    ValueTask<ImmutableArray<Participant>?> ListAsync(RegistrationQuery query, CancellationToken cancellation);

    /// <summary>Reads one proposal.</summary>
    ValueTask<ProposalLookup> FindProposalAsync(Guid id, CancellationToken cancellation);

    /// <summary>Lists proposals in the order of their ids.</summary>
    /// <returns>Null when the store could not be read.</returns>
    ValueTask<ImmutableArray<StoredProposal>?> ListProposalsAsync(ProposalQuery query, CancellationToken cancellation);
}

/// <summary>One registration as it was read.</summary>
/// <param name="Periods">Every period that has or had a day, by first day.</param>
/// <param name="Integrations">Every integration that has or had a day, by first day, issuer and scope.</param>
/// <param name="Changes">The confirmed changes, in the order of their versions.</param>
public sealed record RegistrationRecord(
    ImmutableArray<Participant> Periods,
    ImmutableArray<Integration> Integrations,
    ImmutableArray<StoredProposal> Changes)
{
    /// <summary>How many changes have been confirmed.</summary>
    public int Version => Changes.Length;
}

/// <summary>Which periods to list.</summary>
/// <param name="Organisation">Those of one organisation; empty: of all.</param>
/// <param name="InForceOn">Only those in force on this day; null: all that have or had a day.</param>
/// <param name="After">Those after this one; null begins.</param>
/// <param name="Count">How many at most.</param>
public sealed record RegistrationQuery(string Organisation, DateOnly? InForceOn, RegistrationPlace? After, int Count);

/// <summary>A period's place in the order.</summary>
/// <param name="Key">The registration.</param>
/// <param name="From">First day.</param>
public readonly record struct RegistrationPlace(RegistrationKey Key, DateOnly From);

/// <summary>Which proposals to list.</summary>
/// <param name="Organisation">Those about one organisation; empty: about all.</param>
/// <param name="WaitingAt">Only those that wait at this time; null: all.</param>
/// <param name="After">Those after this id; <see cref="Guid.Empty"/> begins.</param>
/// <param name="Count">How many at most.</param>
public sealed record ProposalQuery(string Organisation, DateTimeOffset? WaitingAt, Guid After, int Count)
{
    /// <summary>Only those whose time was up at this time without a verdict, and of which no entry tells that they lapsed; null: all.</summary>
    public DateTimeOffset? UntoldLapseAt { get; init; }
}

/// <summary>A stored proposal and what became of it.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Entry">The entry that tells of it.</param>
/// <param name="Decided">What became of it; null while nobody has decided.</param>
public sealed record StoredProposal(RegistryProposal Proposal, Guid Entry, StoredVerdict? Decided)
{
    /// <summary>That it lapsed, once an entry tells of it; null before, and where it was decided.</summary>
    public StoredLapse? Lapsed { get; init; }
}

/// <summary>A stored verdict.</summary>
/// <param name="Verdict">What was decided.</param>
/// <param name="Version">The version of the registration that it made; null when it was not confirmed.</param>
/// <param name="Entry">The entry that tells of it.</param>
public sealed record StoredVerdict(RegistryVerdict Verdict, int? Version, Guid Entry);

/// <summary>The answer to a look-up of a proposal.</summary>
/// <param name="Available">Whether the store could be read.</param>
/// <param name="Found">The proposal, or null when there is none.</param>
public readonly record struct ProposalLookup(bool Available, StoredProposal? Found);
