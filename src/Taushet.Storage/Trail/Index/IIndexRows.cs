using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail.Index;

/// <summary>What each kind of store brings to the index.</summary>
internal interface IIndexRows
{
    /// <summary>How far the index reaches. Makes it when there is none.</summary>
    Task<IndexReach> ReachAsync(CancellationToken cancellation);

    /// <summary>
    /// Puts lines in, in one transaction, when the index still reaches as far as the reach says.
    /// </summary>
    /// <returns>False when another process has moved it on, or thrown it away.</returns>
    Task<bool> AppendAsync(IndexReach reach, IReadOnlyList<IndexLine> lines, CancellationToken cancellation);

    /// <summary>Throws everything away.</summary>
    Task ResetAsync(CancellationToken cancellation);

    /// <summary>Entries of a range under one key.</summary>
    Task<IReadOnlyList<IndexedEntry>> ReadAsync(IndexRange range, IndexKey key, int count, CancellationToken cancellation);

    /// <summary>Entries by their numbers.</summary>
    Task<IReadOnlyList<IndexedEntry>> ScanAsync(Guid generation, long above, long upTo, int count, CancellationToken cancellation);

    /// <summary>The wrapped keys of a subject by the look-up hash that was asked for: of its number now in use and of former ones.</summary>
    Task<IReadOnlyList<WrappedKey>> KeysOfAsync(byte[] asked, CancellationToken cancellation);

    /// <summary>Every wrapped key.</summary>
    Task<IReadOnlyList<WrappedKey>> KeysAsync(CancellationToken cancellation);
}

/// <summary>A person's key as the table holds it.</summary>
/// <param name="Subject">The look-up hash, 32 bytes.</param>
/// <param name="Wrapped">The wrapped key.</param>
internal sealed record WrappedKey(byte[] Subject, byte[] Wrapped);

/// <summary>How far an index reaches.</summary>
/// <param name="Generation">This filling of it.</param>
/// <param name="Mark">The mark of the keys it was filled with.</param>
/// <param name="Newest">The highest number given.</param>
/// <param name="Logs">The logs it has entries of.</param>
internal sealed record IndexReach(Guid Generation, byte[] Mark, long Newest, IReadOnlyDictionary<Guid, LogReach> Logs);

/// <summary>How far an index reaches in one log.</summary>
/// <param name="Next">The place of the first entry it does not have.</param>
/// <param name="LeafHash">The leaf hash of the last entry it has.</param>
internal sealed record LogReach(long Next, byte[] LeafHash);
