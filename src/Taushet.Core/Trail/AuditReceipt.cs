using System.Collections.Immutable;
using Taushet.Core.Trail.Tree;

namespace Taushet.Core.Trail;

/// <summary>Shows that an entry is durably stored. Release needs one.</summary>
/// <remarks>
/// INVARIANT: only the store makes a receipt, and only after its transaction has committed. The constructor is internal
/// and Taushet.Storage is the only friend of this assembly.
/// </remarks>
public sealed class AuditReceipt
{
    private readonly TreeGrowth growth;

    private readonly ReceiptLeaf leaf;

    internal AuditReceipt(ReceiptLeaf leaf, long index, ReadOnlyMemory<byte> leafHash, TreeGrowth growth, string checkpoint)
    {
        this.leaf = leaf;
        Index = index;
        LeafHash = leafHash;
        Checkpoint = checkpoint;
        this.growth = growth;
    }

    /// <summary>The log the entry stands in.</summary>
    public Guid Log => leaf.Log;

    /// <summary>The entry.</summary>
    public Guid Entry => leaf.Entry;

    /// <summary>Its place in the log, from 0.</summary>
    public long Index { get; }

    /// <summary>RFC 6962 hash of the leaf, 32 bytes.</summary>
    public ReadOnlyMemory<byte> LeafHash { get; }

    /// <summary>SHA-256(nonce || released bytes): release compares it with what it is about to send.</summary>
    public ReadOnlyMemory<byte> ReleaseCommitment => leaf.Commitment;

    /// <summary>The digest of the entry's other columns, 32 bytes: with it the leaf can be made from the receipt.</summary>
    public ReadOnlyMemory<byte> EntryDigest => leaf.Digest;

    /// <summary>How many entries the checkpoint covers.</summary>
    public long TreeSize => growth.After.Size;

    /// <summary>The signed note of the batch that the entry was stored with.</summary>
    public string Checkpoint { get; }

    /// <summary>What leads from the leaf hash to the checkpoint's root, from the leaf's sibling upwards. Computed at each call.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> InclusionProof() => growth.InclusionProof(Index);
}
