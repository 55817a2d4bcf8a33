using Taushet.Core.Trail;

namespace Taushet.Storage.Ports;

/// <summary>Reads the trail back: for proofs, tests and the command line.</summary>
public interface ITrailReader
{
    /// <summary>How many entries the log has.</summary>
    Task<long> CountAsync(CancellationToken cancellation);

    /// <summary>Reads entries in log order, from an index on.</summary>
    IAsyncEnumerable<StoredEntry> ReadAsync(long fromIndex, CancellationToken cancellation);
}

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
