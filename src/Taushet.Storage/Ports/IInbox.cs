using System.Collections.Immutable;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Ports;

/// <summary>
/// Requests that the law may leave to the holder, until they are answered, withdrawn or forgotten. They change by
/// <see cref="RegisterChange.OfInbox"/>.
/// </summary>
/// <remarks>INVARIANT: what is written of a request is the same, and of the same size, whether it waits or not.</remarks>
public interface IInbox
{
    /// <summary>Puts a request in.</summary>
    /// <param name="request">The request, open and in its first version.</param>
    /// <param name="most">How many of the receiver's may be in, waiting or not, answered or not; withdrawn ones do not count.</param>
    /// <param name="cancellation">Cancels the write.</param>
    ValueTask<InboxWrite> PutAsync(InboxRequest request, int most, CancellationToken cancellation);

    /// <summary>Reads one.</summary>
    ValueTask<InboxLookup> FindAsync(Guid handle, CancellationToken cancellation);

    /// <summary>Reads a page of what waits, is open and whose time is not up, the oldest first.</summary>
    /// <returns>Null when the store could not be read.</returns>
    ValueTask<ImmutableArray<InboxRequest>?> ListAsync(InboxQuery query, CancellationToken cancellation);

    /// <summary>Reads some of what waited, is open and whose time is up.</summary>
    /// <returns>Null when the store could not be read.</returns>
    ValueTask<ImmutableArray<InboxRequest>?> OverdueAsync(DateTimeOffset now, int count, CancellationToken cancellation);

    /// <summary>Forgets what ended before a time, waiting or not.</summary>
    /// <returns>How many were forgotten; null when the store could not be written.</returns>
    ValueTask<int?> ForgetAsync(DateTimeOffset endedBefore, CancellationToken cancellation);
}

/// <summary>A request in the inbox.</summary>
public sealed record InboxRequest
{
    /// <summary>What opens it to who asked.</summary>
    public required Guid Handle { get; init; }

    /// <summary>The organisation that asked.</summary>
    public required string Receiver { get; init; }

    /// <summary>The organisation that was asked.</summary>
    public required string Holder { get; init; }

    /// <summary>Its unit, or empty.</summary>
    public required string HolderUnit { get; init; }

    /// <summary>Its service.</summary>
    public required Service HolderService { get; init; }

    /// <summary>
    /// The child, when it is put in: what was asked is also sealed under the key of its entries, and is gone when that is destroyed.
    /// Never read back.
    /// </summary>
    public SubjectKey? Subject { get; init; }

    /// <summary>The key of the child's entries, when it was read back.</summary>
    internal PersonKey? Key { get; init; }

    /// <summary>Whether it waits for the holder. Who asked never learns it.</summary>
    public required bool Waiting { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Until when it can be answered and collected.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>What was asked: sealed under a key of the holder organisation, and padded.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Where it stands.</summary>
    public InboxState State { get; init; } = InboxState.Open;

    /// <summary>Raised by each change.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When it was answered, withdrawn or seen to have lapsed; null while it is open.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The holder's answer, sealed; null when there is none.</summary>
    public ReadOnlyMemory<byte>? Answer { get; init; }
}

/// <summary>Where a request in the inbox stands. Numbers are stored and never reused.</summary>
public enum InboxState
{
    /// <summary>Nobody has answered.</summary>
    Open = 1,

    /// <summary>The holder gives something.</summary>
    Given = 2,

    /// <summary>The holder gives nothing.</summary>
    Refused = 3,

    /// <summary>Taken back by who asked.</summary>
    Withdrawn = 4,

    /// <summary>Nobody answered in time.</summary>
    Lapsed = 5,
}

/// <summary>What a request in the inbox becomes.</summary>
/// <param name="State">Where it stands now.</param>
/// <param name="At">When that came about.</param>
/// <param name="Answer">The holder's answer; null leaves the one there is.</param>
public sealed record InboxChange(InboxState State, DateTimeOffset At, ReadOnlyMemory<byte>? Answer = null);

/// <summary>What became of putting a request in.</summary>
public enum InboxWrite
{
    /// <summary>It is stored.</summary>
    Stored,

    /// <summary>The receiver has the most that may be in.</summary>
    Full,

    /// <summary>It is not known to be stored.</summary>
    Unavailable,
}

/// <summary>The answer to a look-up in the inbox.</summary>
/// <param name="Available">Whether the store could be read.</param>
/// <param name="Request">The request, or null when there is none.</param>
public readonly record struct InboxLookup(bool Available, InboxRequest? Request);

/// <summary>Which waiting requests to list.</summary>
/// <param name="Holder">The organisation.</param>
/// <param name="Unit">Its unit, or empty.</param>
/// <param name="Service">Its service.</param>
/// <param name="Now">Those whose time is not up then.</param>
/// <param name="AskedAfter">Those asked after this time, or at it and with a later handle.</param>
/// <param name="After">That handle.</param>
/// <param name="Count">How many at most.</param>
public sealed record InboxQuery(
    string Holder,
    string Unit,
    Service Service,
    DateTimeOffset Now,
    DateTimeOffset AskedAfter,
    Guid After,
    int Count);
