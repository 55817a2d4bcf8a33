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
