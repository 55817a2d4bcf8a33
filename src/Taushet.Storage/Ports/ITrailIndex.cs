using System.Collections.Immutable;
using Taushet.Core.Trail;

namespace Taushet.Storage.Ports;

/// <summary>
/// Searches the trail: a projection of every log of the database, filled in order after each commit and never before. It can be
/// thrown away and filled again. Everything that reads it says how far it reaches.
/// </summary>
/// <remarks>
/// INVARIANT: what an entry seals is sealed in the index too: it holds no number, no name, no reference and no reason in clear.
/// </remarks>
public interface ITrailIndex
{
    /// <summary>How the keys of a search are made.</summary>
    IndexKeys Keys { get; }

    /// <summary>Makes the tokens by which a reading goes on.</summary>
    IndexTokens Tokens { get; }

    /// <summary>How far the index reaches.</summary>
    Task<IndexState> StateAsync(CancellationToken cancellation);

    /// <summary>The keys under which a subject's entries stand: one for each log and each number the subject has had.</summary>
    /// <returns>Empty when the subject has no key, or its key has been destroyed.</returns>
    Task<ImmutableArray<IndexKey>> KeysOfAsync(SubjectKey subject, CancellationToken cancellation);

    /// <summary>
    /// Entries under any of some keys, by the time they were decided and then by their number in the index; newest first
    /// unless the range says otherwise. So many at most.
    /// </summary>
    /// <exception cref="IndexRebuiltException">The index is no longer the one the range was begun on.</exception>
    Task<IReadOnlyList<IndexedEntry>> ReadAsync(IndexRange range, int count, CancellationToken cancellation);

    /// <summary>Reads entries from the logs themselves, sealed parts with the keys of their subject, in the order given.</summary>
    Task<IReadOnlyList<StoredEntry>> OpenAsync(
        IReadOnlyList<IndexedEntry> entries, SubjectKey subject, CancellationToken cancellation);

    /// <summary>Every entry by its number in the index, those above one number and not above another. So many at most.</summary>
    /// <exception cref="IndexRebuiltException">The index is no longer the one the reading was begun on.</exception>
    Task<IReadOnlyList<IndexedEntry>> ScanAsync(Guid generation, long above, long upTo, int count, CancellationToken cancellation);
}

/// <summary>Part of the index.</summary>
/// <param name="Generation">The filling of the index that the reading was begun on.</param>
/// <param name="Keys">Under which of these keys the entries stand; at least one.</param>
/// <param name="From">Decided at this time or later: microseconds since 1970 UTC.</param>
/// <param name="To">Decided before this time.</param>
/// <param name="UpTo">The highest number: what was put in later is not part of this reading, so that pages neither skip nor repeat.</param>
/// <param name="After">The place of the last entry that was read, or null at the beginning.</param>
/// <param name="OldestFirst">Whether the order is that of time.</param>
public sealed record IndexRange(
    Guid Generation,
    ImmutableArray<IndexKey> Keys,
    long From,
    long To,
    long UpTo,
    IndexPlace? After,
    bool OldestFirst);

/// <summary>A place in the order of an index.</summary>
/// <param name="Time">When the entry was decided.</param>
/// <param name="Number">The entry's number in the index.</param>
public readonly record struct IndexPlace(long Time, long Number) : IComparable<IndexPlace>
{
    /// <inheritdoc/>
    public int CompareTo(IndexPlace other) => (Time, Number).CompareTo((other.Time, other.Number));
}

/// <summary>How far an index reaches.</summary>
/// <param name="Generation">This filling of it; another after it has been thrown away.</param>
/// <param name="Newest">The highest number given, 0 when it is empty.</param>
/// <param name="Logs">How far it reaches in each log.</param>
public sealed record IndexState(Guid Generation, long Newest, ImmutableArray<IndexedLog> Logs)
{
    /// <summary>How many committed entries it does not have yet.</summary>
    public long Behind => Logs.Sum(log => log.Size - log.Indexed);
}

/// <summary>How far an index reaches in one log.</summary>
/// <param name="Log">The log.</param>
/// <param name="Indexed">How many of its entries the index has: those before this place.</param>
/// <param name="Size">How many it had when that was looked up.</param>
public readonly record struct IndexedLog(Guid Log, long Indexed, long Size);

/// <summary>An entry as the index has it.</summary>
/// <param name="Number">Its number in the index, from 1; another after the index has been filled anew.</param>
/// <param name="Log">The log.</param>
/// <param name="Index">Its place in the log.</param>
/// <param name="Entry">Its id.</param>
/// <param name="Public">The public part.</param>
/// <param name="Subject">The subject's pseudonym in the log, 32 bytes.</param>
/// <param name="Details">What the entry seals, as far as it is searched by. Only for those who may see it.</param>
public sealed record IndexedEntry(
    long Number,
    Guid Log,
    long Index,
    Guid Entry,
    PublicPart Public,
    ReadOnlyMemory<byte> Subject,
    IndexedDetails Details)
{
    /// <summary>Its place in the order of the index.</summary>
    public IndexPlace Place => new(Public.TimeMicros, Number);
}

/// <summary>The index was thrown away and filled anew while it was read: begin again.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Roslynator",
    "RCS1194:Implement exception constructors",
    Justification = "It tells one thing.")]
public sealed class IndexRebuiltException() : InvalidOperationException("The index was filled anew: begin the search again.");
