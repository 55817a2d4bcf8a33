using System.Collections.Immutable;

namespace Taushet.Storage.Ports;

/// <summary>Disclosures and their deliveries. They are written with their entries: see <see cref="RegisterChange"/>.</summary>
/// <remarks>INVARIANT: a disclosure exists only with the entry that tells of it, and is open until its receiver's receipt is stored.</remarks>
public interface IDisclosures
{
    /// <summary>Reads one by its sender's id.</summary>
    ValueTask<DisclosureLookup> FindAsync(string sender, Guid disclosure, CancellationToken cancellation);

    /// <summary>Reads one by its delivery's id.</summary>
    ValueTask<DisclosureLookup> FindDeliveryAsync(Guid delivery, CancellationToken cancellation);

    /// <summary>Reads what is open in an inbox after a place, in the order in which it was submitted.</summary>
    /// <returns>Null when the store could not be read.</returns>
    ValueTask<ImmutableArray<StoredDisclosure>?> OpenAsync(
        ServiceAddress receiver, long after, int count, CancellationToken cancellation);

    /// <summary>Notes that deliveries are about to be sent: durable when this returns.</summary>
    /// <returns>False when it is not known to be stored: they must not be sent.</returns>
    ValueTask<bool> NoteSentAsync(IReadOnlyCollection<Guid> deliveries, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Reads what is open and was submitted before a time, the oldest first.</summary>
    /// <returns>Null when the store could not be read.</returns>
    ValueTask<ImmutableArray<StoredDisclosure>?> OverdueAsync(OverdueQuery query, CancellationToken cancellation);

    /// <summary>
    /// Reads reports of concern that a receiver was given before a time and of which something is due, the oldest first: feedback, the end of
    /// an investigation, or feedback after it.
    /// </summary>
    /// <returns>Null when the store could not be read.</returns>
    ValueTask<ImmutableArray<StoredDisclosure>?> UnansweredAsync(OverdueQuery query, CancellationToken cancellation);

    /// <summary>Accounts for every disclosure of a party in a time.</summary>
    /// <returns>A line for each other party; null when the store could not be read.</returns>
    ValueTask<ImmutableArray<ReconciledLine>?> ReconcileAsync(ReconcileQuery query, CancellationToken cancellation);

    /// <summary>Forgets the content of what was acknowledged before a time. That there was a disclosure stays.</summary>
    /// <returns>How many were forgotten; null when the store could not be written.</returns>
    ValueTask<int?> ForgetAsync(DateTimeOffset acknowledgedBefore, CancellationToken cancellation);
}

/// <summary>The answer to a look-up of a disclosure.</summary>
/// <param name="Available">Whether the store could be read.</param>
/// <param name="Disclosure">The disclosure, or null when there is none.</param>
public readonly record struct DisclosureLookup(bool Available, StoredDisclosure? Disclosure);

/// <summary>Which side of disclosures a party is on.</summary>
public enum DisclosureSide
{
    /// <summary>It gives.</summary>
    Sender,

    /// <summary>It receives.</summary>
    Receiver,
}

/// <summary>Which deliveries to list.</summary>
/// <param name="Party">Of whom.</param>
/// <param name="Side">As what.</param>
/// <param name="SubmittedBefore">Those submitted before this time.</param>
/// <param name="SubmittedAfter">Those submitted after this time, or at it and with a later delivery id.</param>
/// <param name="After">That id.</param>
/// <param name="Count">How many at most.</param>
public sealed record OverdueQuery(
    ServiceAddress Party,
    DisclosureSide Side,
    DateTimeOffset SubmittedBefore,
    DateTimeOffset SubmittedAfter,
    Guid After,
    int Count);

/// <summary>What to account for.</summary>
/// <param name="Party">Whose disclosures.</param>
/// <param name="Side">As what it took part.</param>
/// <param name="From">Those submitted at this time or later.</param>
/// <param name="To">Those submitted before this time.</param>
public sealed record ReconcileQuery(ServiceAddress Party, DisclosureSide Side, DateTimeOffset From, DateTimeOffset To);

/// <summary>What became of the disclosures between two parties.</summary>
/// <param name="Other">The other party.</param>
/// <param name="Submitted">How many were submitted.</param>
/// <param name="Acknowledged">Of them: how many the receiver has.</param>
/// <param name="Open">Of them: how many are on their way.</param>
/// <param name="Nothing">Of them: how many had nothing that may be delivered.</param>
/// <param name="Proven">Of them: how many have their entry in the log at the place they name.</param>
/// <param name="OldestOpen">When the oldest that is open was submitted; null when none is.</param>
public sealed record ReconciledLine(
    ServiceAddress Other,
    long Submitted,
    long Acknowledged,
    long Open,
    long Nothing,
    long Proven,
    DateTimeOffset? OldestOpen);
