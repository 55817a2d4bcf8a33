using Taushet.Core.Trail;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Trail;

/// <summary>What each kind of store brings to the trail's reader.</summary>
internal interface ITrailRows
{
    /// <summary>Every log, the closed ones first.</summary>
    Task<IReadOnlyList<LogSummary>> LogsAsync(CancellationToken cancellation);

    /// <summary>Entries of a log with their stored leaf hashes, in its order, from an index on, so many at most.</summary>
    Task<IReadOnlyList<EntryWithHash>> EntriesAsync(Guid log, long from, int count, CancellationToken cancellation);

    /// <summary>Leaves of a log's entries, derived from their columns, in its order, from an index on, so many at most.</summary>
    Task<IReadOnlyList<DerivedLeaf>> LeavesAsync(Guid log, long from, int count, CancellationToken cancellation);

    /// <summary>The index of the first entry at an index or after it; null when there is none.</summary>
    Task<long?> NextIndexAsync(Guid log, long from, CancellationToken cancellation);

    /// <summary>The first log after another, by id, of which there are entries, checkpoints or a name; null when there is none.</summary>
    Task<Guid?> NextLogAsync(Guid after, CancellationToken cancellation);

    /// <summary>The stored roots of complete subtrees.</summary>
    Task<IReadOnlyList<StoredSubtree>> SubtreesAsync(Guid log, CancellationToken cancellation);

    /// <summary>Checkpoints of a log of more than so many entries, by size, so many at most.</summary>
    Task<IReadOnlyList<StoredCheckpoint>> CheckpointsAsync(Guid log, long after, int count, CancellationToken cancellation);

    /// <summary>Every key of a person that can be unwrapped.</summary>
    Task<IReadOnlyList<PersonKey>> KeysAsync(CancellationToken cancellation);

    /// <summary>Computes something from a log's stored hashes.</summary>
    Task<T> OverTreeAsync<T>(Guid log, Func<StoredTree, T> compute, CancellationToken cancellation);
}

/// <summary>An entry as its row holds it.</summary>
/// <param name="Row">The columns.</param>
/// <param name="LeafHash">The stored leaf hash.</param>
internal sealed record EntryWithHash(EntryRow Row, byte[] LeafHash);
