using System.Collections.Immutable;
using Taushet.Core.Trail;

namespace Taushet.Storage.Ports;

/// <summary>Reads the trail back: for proofs, tests and the command line. All logs of a database are one trail.</summary>
public interface ITrailReader : ILogReader
{
    /// <summary>How many entries the trail has, in all logs together.</summary>
    Task<long> CountAsync(CancellationToken cancellation);

    /// <summary>
    /// Reads the whole trail as one: entries by the time they were decided, but those of one log always in its order.
    /// </summary>
    IAsyncEnumerable<StoredEntry> ReadAsync(CancellationToken cancellation);

    /// <summary>Reads entries of one log in its order, from an index on.</summary>
    IAsyncEnumerable<StoredEntry> ReadAsync(Guid log, long fromIndex, CancellationToken cancellation);

    /// <summary>Reads one entry of a log. Its sealed part stays sealed.</summary>
    /// <returns>Null when the log has no such entry.</returns>
    Task<StoredEntry?> FindAsync(Guid log, long index, CancellationToken cancellation);

    /// <summary>Proves that an entry is in the log of a size (RFC 6962, section 2.1.1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The log has not that many entries, or index is not below size.</exception>
    Task<ImmutableArray<ReadOnlyMemory<byte>>> InclusionProofAsync(Guid log, long index, long size, CancellationToken cancellation);

    /// <summary>Proves that a log of one size begins with the log of another (RFC 6962, section 2.1.2).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The log has not that many entries, or the first size is above the second.</exception>
    Task<ImmutableArray<ReadOnlyMemory<byte>>> ConsistencyProofAsync(Guid log, long firstSize, long secondSize, CancellationToken cancellation);
}

/// <summary>One log of the trail.</summary>
/// <param name="Log">Its id.</param>
/// <param name="Gateway">The gateway identity that writes it, or wrote it.</param>
/// <param name="Size">How many entries it has.</param>
/// <param name="ClosedAt">When it was closed, or null while it may grow.</param>
public sealed record LogSummary(Guid Log, string Gateway, long Size, DateTimeOffset? ClosedAt);

/// <summary>A signed checkpoint as it is stored.</summary>
/// <param name="Size">How many entries it covers.</param>
/// <param name="Root">Their root hash, 32 bytes.</param>
/// <param name="Note">The signed note, as receipts carry it.</param>
/// <param name="SignedAt">When it was signed, in microseconds since 1970 UTC.</param>
public sealed record StoredCheckpoint(long Size, ReadOnlyMemory<byte> Root, string Note, long SignedAt);

/// <summary>An entry as it is stored, opened with the keys at hand.</summary>
/// <param name="Log">The log.</param>
/// <param name="Entry">The entry's id.</param>
/// <param name="Index">Its place in the log.</param>
/// <param name="LeafHash">The stored leaf hash.</param>
/// <param name="LeafHashHolds">Whether the leaf hash follows from the stored columns.</param>
/// <param name="ReleaseCommitment">The commitment to what was released.</param>
/// <param name="Public">The public part.</param>
/// <param name="Holder">The holder part, or null when its key is gone.</param>
/// <param name="Sealed">The sealed part, or null when the subject's key is gone.</param>
public sealed record StoredEntry(
    Guid Log,
    Guid Entry,
    long Index,
    ReadOnlyMemory<byte> LeafHash,
    bool LeafHashHolds,
    ReadOnlyMemory<byte> ReleaseCommitment,
    PublicPart Public,
    HolderPart? Holder,
    SealedPart? Sealed);
