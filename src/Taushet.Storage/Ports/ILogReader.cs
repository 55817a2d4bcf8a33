using Taushet.Core.Trail;
using Taushet.Core.Trail.Tree;

namespace Taushet.Storage.Ports;

/// <summary>Reads logs as a verifier does: rows, hashes and signed notes. Needs no secret key and opens no private part.</summary>
public interface ILogReader
{
    /// <summary>Every log, the closed ones first.</summary>
    Task<IReadOnlyList<LogSummary>> LogsAsync(CancellationToken cancellation);

    /// <summary>Logs of which there are entries, checkpoints or a name, but no head: what is left of a log whose head was removed.</summary>
    Task<IReadOnlyList<Guid>> HeadlessAsync(CancellationToken cancellation);

    /// <summary>Reads signed checkpoints of one log by size, those of more than so many entries.</summary>
    IAsyncEnumerable<StoredCheckpoint> CheckpointsAsync(Guid log, long afterSize, CancellationToken cancellation);

    /// <summary>The newest signed checkpoint of a log, or null when it has none.</summary>
    Task<StoredCheckpoint?> NewestCheckpointAsync(Guid log, CancellationToken cancellation);

    /// <summary>The root hash over the first entries of a log, computed from its stored leaf hashes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative, or the log has not that many entries.</exception>
    /// <exception cref="StoredValueException">Hashes that it is computed from are missing.</exception>
    Task<ReadOnlyMemory<byte>> RootAsync(Guid log, long size, CancellationToken cancellation);

    /// <summary>
    /// Reads the entries before an index and derives their leaves, in order, a page at a time. Reads and hashes on every core, a
    /// few pages ahead and no more, however many entries there are.
    /// </summary>
    /// <returns>Pages of those that are there: a gap is one between two indexes.</returns>
    IAsyncEnumerable<IReadOnlyList<DerivedLeaf>> LeavesAsync(Guid log, long size, CancellationToken cancellation);

    /// <summary>What an entry says to both parties.</summary>
    /// <returns>Null when there is none at that index, or its columns cannot be read.</returns>
    Task<PublicPart?> PublicAsync(Guid log, long index, CancellationToken cancellation);

    /// <summary>The index of the first row of a log's entries, which is 0 unless somebody else wrote it; null when there is none.</summary>
    Task<long?> FirstIndexAsync(Guid log, CancellationToken cancellation);

    /// <summary>Whether there are entries at an index or after it.</summary>
    Task<bool> HasEntriesFromAsync(Guid log, long index, CancellationToken cancellation);

    /// <summary>The index at which the entry that stands at another would have its stored leaf hash, which depends on the index.</summary>
    /// <param name="log">The log.</param>
    /// <param name="index">Where it stands.</param>
    /// <param name="size">How many entries the log has; only indexes below are looked at, the nearest 65,536 on either side.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>Null when there is none: the entry itself was changed.</returns>
    Task<long?> WrittenAtAsync(Guid log, long index, long size, CancellationToken cancellation);

    /// <summary>The stored roots of complete subtrees, from which proofs are made: one for 256 entries.</summary>
    Task<IReadOnlyList<StoredSubtree>> SubtreesAsync(Guid log, CancellationToken cancellation);
}

/// <summary>An entry's leaf, derived from its columns and compared with the hash that is stored.</summary>
/// <param name="Index">Its place in the log.</param>
/// <param name="Entry">The entry's id; empty when that cannot be read.</param>
/// <param name="Hash">The stored hash, 32 bytes.</param>
/// <param name="State">Whether it follows from the columns.</param>
public readonly record struct DerivedLeaf(long Index, Guid Entry, ReadOnlyMemory<byte> Hash, LeafState State);

/// <summary>Whether a stored leaf hash follows from an entry's columns.</summary>
public enum LeafState
{
    /// <summary>It follows.</summary>
    Holds,

    /// <summary>Another hash follows.</summary>
    Differs,

    /// <summary>The columns cannot be read: they have values that no entry of this version has, or of an earlier one.</summary>
    Unreadable,
}
