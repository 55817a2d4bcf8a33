using Taushet.Core.Trail.Notes;
using Taushet.Core.Trail.Tree;
using Taushet.V1;

namespace Taushet.Campaigns.Proofs;

/// <summary>Whether a receipt proves its entry: with the published keys alone, as a receiver would check it.</summary>
internal sealed class ReceiptCheck(IReadOnlyCollection<NoteKey> keys)
{
    /// <summary>Whether a known key signed a checkpoint of the receipt's log under which its leaf stands at its place.</summary>
    public bool Holds(Receipt receipt)
    {
        var log = new Guid(receipt.LogId.Span, bigEndian: true);
        return keys.Select(key => key.Name).Distinct(StringComparer.Ordinal).Any(name =>
            CheckpointCheck.Open(receipt.Checkpoint?.Note ?? string.Empty, keys, LogOrigin.Of(name, log)).Match(
                signed => signed.Checkpoint.Size == (long)receipt.TreeSize && ProofCheck.Inclusion(
                    (long)receipt.Index,
                    signed.Checkpoint.Size,
                    receipt.LeafHash.Span,
                    [.. receipt.InclusionProof.Select(hash => hash.Memory)],
                    signed.Checkpoint.Root.Span),
                _ => false));
    }
}
