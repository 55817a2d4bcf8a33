using Taushet.Core.Requests;

namespace Taushet.Storage.Ports;

/// <summary>Reads, in one consistent snapshot, everything the decider may know of a child.</summary>
/// <remarks>
/// INVARIANT: the same statements run, with the same number of rows looked for, whether the subject is known or not.
/// </remarks>
public interface IFactStore
{
    /// <summary>Reads the facts.</summary>
    /// <returns>What was gathered, or null when the store could not be read: then nobody gets an answer.</returns>
    ValueTask<Gathered?> ReadAsync(GatherQuery query, CancellationToken cancellation);
}

/// <summary>What to read facts for.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Holder">Who holds.</param>
/// <param name="Receiver">Who would receive.</param>
/// <param name="Instant">The request's instant: the feed's age, consents' periods and ages are judged at it.</param>
/// <param name="LawDate">Its date in Oslo.</param>
/// <param name="RegistryMaxAge">How old the person registry's feed may be before gradings are unknown.</param>
public sealed record GatherQuery(
    SubjectKey Subject,
    PartyRef Holder,
    PartyRef Receiver,
    DateTimeOffset Instant,
    DateOnly LawDate,
    TimeSpan RegistryMaxAge);

/// <summary>Facts with the versions the append must find unchanged.</summary>
/// <param name="Facts">The facts. What the person registry and barnevern say is unknown for an unknown child; consents and
/// objections that could be read are known, and there are none.</param>
/// <param name="Versions">What they were read at.</param>
public sealed record Gathered(Facts Facts, FactVersions Versions);

/// <summary>
/// The versions of everything a decision relied on, also of what was absent: one counter for the subject (its registry
/// row, care, consents, objections) and one for the holder's standing decisions, each raised by every change.
/// </summary>
/// <param name="Subject">The subject's counter; 0 when the subject has never been seen by any register.</param>
/// <param name="Holder">The holder organisation's counter; 0 when it has recorded nothing.</param>
/// <param name="RegistryFresh">Whether the person registry's feed was fresh enough.</param>
public readonly record struct FactVersions(long Subject, long Holder, bool RegistryFresh)
{
    /// <summary>No facts were read, so that no change of them matters: for calls refused before a decision.</summary>
    public static FactVersions NotRead { get; } = new(-1, -1, RegistryFresh: false);
}
