using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

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

    /// <summary>How many keys one reading takes: a child has one for each holder's service, year and log.</summary>
    const int MostKeys = 64;

    /// <summary>Entries of a range under any of some keys, in the order of the range.</summary>
    Task<IReadOnlyList<IndexedEntry>> ReadAsync(
        IndexRange range, IReadOnlyList<IndexKey> keys, int count, CancellationToken cancellation);

    /// <summary>Entries by their numbers.</summary>
    Task<IReadOnlyList<IndexedEntry>> ScanAsync(Guid generation, long above, long upTo, int count, CancellationToken cancellation);

    /// <summary>The wrapped keys of a subject by the look-up hash that was asked for: of its number now in use and of former ones.</summary>
    Task<IReadOnlyList<WrappedKey>> KeysOfAsync(byte[] asked, CancellationToken cancellation);

    /// <summary>Every person's own wrapped key: older entries were sealed with those.</summary>
    Task<IReadOnlyList<WrappedKey>> PersonsKeysAsync(CancellationToken cancellation);

    /// <summary>The wrapped keys of one holder's service and one year.</summary>
    Task<IReadOnlyList<WrappedKey>> SliceAsync(KeySlice slice, CancellationToken cancellation);

    /// <summary>The number of the newest destruction of keys; 0 when there was none.</summary>
    Task<long> NewestDestructionAsync(CancellationToken cancellation);

    /// <summary>The pseudonyms that a destruction has left without a key.</summary>
    Task<IReadOnlyList<byte[]>> DestroyedAsync(long destruction, CancellationToken cancellation);

    /// <summary>
    /// Takes what the private parts of some entries told out of the index, in one transaction, when the index still is where the
    /// reach says.
    /// </summary>
    /// <param name="reach">Where the index is.</param>
    /// <param name="pseudonyms">Of which subjects.</param>
    /// <param name="traces">What an entry stood under because of its private parts.</param>
    /// <param name="destruction">The index has then forgotten everything up to this destruction.</param>
    /// <param name="cancellation">Cancels it.</param>
    Task<bool> ForgetAsync(
        IndexReach reach,
        IReadOnlyList<byte[]> pseudonyms,
        Func<IndexedEntry, IReadOnlyCollection<IndexKey>> traces,
        long destruction,
        CancellationToken cancellation);
}

/// <summary>A person's key as the table holds it.</summary>
/// <param name="Name">Which key of whom.</param>
/// <param name="Wrapped">The wrapped key.</param>
internal sealed record WrappedKey(KeyName Name, byte[] Wrapped);

/// <summary>The keys of one holder's service and one year.</summary>
/// <param name="Holder">The organisation.</param>
/// <param name="Service">The service.</param>
/// <param name="Year">The calendar year.</param>
internal readonly record struct KeySlice(string Holder, int Service, int Year);

/// <summary>How far an index reaches.</summary>
/// <param name="Generation">This filling of it.</param>
/// <param name="Mark">The mark of the keys it was filled with.</param>
/// <param name="Newest">The highest number given.</param>
/// <param name="Forgotten">The newest destruction of keys that the index has followed.</param>
/// <param name="Logs">The logs it has entries of.</param>
internal sealed record IndexReach(Guid Generation, byte[] Mark, long Newest, long Forgotten, IReadOnlyDictionary<Guid, LogReach> Logs);

/// <summary>How far an index reaches in one log.</summary>
/// <param name="Next">The place of the first entry it does not have.</param>
/// <param name="LeafHash">The leaf hash of the last entry it has.</param>
internal sealed record LogReach(long Next, byte[] LeafHash);
