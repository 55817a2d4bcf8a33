using System.Collections.Immutable;
using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Ports;

/// <summary>
/// Holders' standing decisions with their whole history: what was decided is never changed, only decided anew, by
/// <see cref="RegisterChange.OfStandingDecision"/>.
/// </summary>
public interface IStandingDecisions
{
    /// <summary>Reads one decision with its history, and its organisation's counter, at one moment.</summary>
    /// <returns>Null when the store could not be read.</returns>
    ValueTask<StandingDecisionHistory?> FindAsync(Guid id, string organisation, CancellationToken cancellation);

    /// <summary>Reads decisions of one holder, each in its newest version, in the order of their ids.</summary>
    /// <returns>Null when the store could not be read.</returns>
    ValueTask<ImmutableArray<StandingDecisionVersion>?> ListAsync(StandingDecisionQuery query, CancellationToken cancellation);
}

/// <summary>One version of a standing decision: what was decided, by whom, why, and the entry that tells of it.</summary>
/// <param name="Decision">What was decided. The reference of who decided stands in it.</param>
/// <param name="Event">What this version did.</param>
/// <param name="Role">The role of who decided; empty when nothing is told.</param>
/// <param name="Reason">Why, for the holder alone; empty when nothing is told.</param>
/// <param name="RecordedAt">When it was recorded; null for a version that came with an import.</param>
/// <param name="Entry">The entry of the trail that tells of it; null for a version that came with an import.</param>
public sealed record StandingDecisionVersion(
    StandingDecisionRow Decision,
    StandingDecisionEvent Event,
    string Role,
    string Reason,
    DateTimeOffset? RecordedAt,
    Guid? Entry);

/// <summary>What one version of a standing decision did. Numbers are stored and never reused.</summary>
public enum StandingDecisionEvent
{
    /// <summary>The first version.</summary>
    Recorded = 1,

    /// <summary>Other terms from now on.</summary>
    Changed = 2,

    /// <summary>No longer in force, from the day it was ended.</summary>
    Ended = 3,
}

/// <summary>A standing decision's history as it was read.</summary>
/// <param name="Counter">The organisation's counter: an append that names it fails when anything of this holder has changed since.</param>
/// <param name="Versions">Every version in order; none when the organisation has no such decision.</param>
public sealed record StandingDecisionHistory(long Counter, ImmutableArray<StandingDecisionVersion> Versions);

/// <summary>Which decisions to list.</summary>
/// <param name="Organisation">The holder's organisation.</param>
/// <param name="Holder">The holder's service.</param>
/// <param name="InForceOn">Only those in force on this day; null: all.</param>
/// <param name="After">Those after this id; <see cref="Guid.Empty"/> begins.</param>
/// <param name="Count">How many at most.</param>
public sealed record StandingDecisionQuery(string Organisation, Service Holder, DateOnly? InForceOn, Guid After, int Count);
