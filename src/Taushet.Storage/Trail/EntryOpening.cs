using Taushet.Core.Trail;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Trail;

/// <summary>Opens the entries of one log with the keys at hand.</summary>
internal sealed class EntryOpening(StoreKeys keys, Guid log, IEnumerable<PersonKey> persons)
{
    private readonly PartSealer sealer = new(keys, log);
    private readonly Dictionary<string, PersonKey> byPseudonym =
        persons.ToDictionary(key => Convert.ToHexString(key.PseudonymIn(log)), StringComparer.Ordinal);

    public StoredEntry Open(EntryRow row, byte[] leafHash)
    {
        var holds = TreeHash.Leaf(EntryLeaf.Encode(row)).AsSpan().SequenceEqual(leafHash);
        var holder = sealer.OpenHolder(row.HolderPart.Span, row.Public.Holder.Organisation, row.Entry);
        var sealedPart = byPseudonym.TryGetValue(Convert.ToHexString(row.Subject.Span), out var key)
            ? sealer.OpenSealed(row.SealedPart.Span, key.Key, row.Entry)
            : null;
        return new StoredEntry(
            row.Log,
            row.Entry,
            row.Index,
            leafHash,
            holds,
            row.ReleaseCommitment,
            row.Public,
            holder,
            sealedPart);
    }
}
