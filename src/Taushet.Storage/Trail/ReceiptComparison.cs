using Taushet.Core.Trail;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>Holds a log against what receipts say of it.</summary>
internal sealed class ReceiptComparison(LogSummary log, IReadOnlyCollection<ReceiptClaim> claims)
{
    private readonly List<ReceiptClaim> bySize = [.. claims.OrderBy(claim => claim.Size)];
    private readonly ILookup<long, ReceiptClaim> byIndex = claims.ToLookup(claim => claim.Index);
    private readonly HashSet<ReceiptClaim> found = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ReceiptClaim> covered = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ReceiptClaim> others = new(ReferenceEqualityComparer.Instance);
    private int next;

    /// <summary>The size of the next receipt's checkpoint; null when there is none.</summary>
    public long? NextSize => next < bySize.Count ? bySize[next].Size : null;

    /// <summary>How many receipts agree: their entry is there, and their checkpoint's root is that of the entries.</summary>
    public long Agreeing => found.Count(covered.Contains);

    public void Take(DerivedLeaf leaf, DefectList defects)
    {
        if (claims.Count == 0)
        {
            return;
        }

        foreach (var claim in byIndex[leaf.Index])
        {
            if (claim.Entry == leaf.Entry && claim.Leaf.Span.SequenceEqual(leaf.Hash.Span))
            {
                found.Add(claim);
            }
            else
            {
                defects.Add(new LogDefect(LogDefectKind.ReceiptDiffers, leaf.Index) { Entry = leaf.Entry, Receipt = claim.Name });
                others.Add(claim);
            }
        }
    }

    /// <summary>Compares what the entries that were found say with what the receipts' messages say.</summary>
    /// <remarks>The receipt proves the entry and not its message, save what the message released.</remarks>
    public async Task CompareAsync(ILogReader reader, DefectList defects, CancellationToken cancellation)
    {
        foreach (var claim in claims.Where(found.Contains).Where(claim => claim.Kinds.Count > 0 || claim.RequestId is not null))
        {
            if (await reader.PublicAsync(log.Log, claim.Index, cancellation).ConfigureAwait(false) is { } part && !IsOf(claim, part))
            {
                defects.Add(new LogDefect(LogDefectKind.ReceiptOfOther, claim.Index) { Entry = claim.Entry, Receipt = claim.Name });
                found.Remove(claim);
                others.Add(claim);
            }
        }
    }

    /// <summary>Compares the checkpoints of this size.</summary>
    public void TakeAt(long size, ReadOnlyMemory<byte>? root, DefectList defects)
    {
        for (; next < bySize.Count && bySize[next].Size == size; next++)
        {
            var claim = bySize[next];
            if (root is { } stored && stored.Span.SequenceEqual(claim.Root.Span))
            {
                covered.Add(claim);
            }
            else if (root is not null)
            {
                defects.Add(new LogDefect(LogDefectKind.ReceiptRootDiffers, size) { Receipt = claim.Name });
            }
        }
    }

    /// <summary>Tells of receipts of entries that are not there, and of checkpoints beyond the log's end.</summary>
    public void Conclude(DefectList defects)
    {
        foreach (var claim in claims.Where(claim => claim.Size > log.Size || !(found.Contains(claim) || others.Contains(claim))))
        {
            defects.Add(new LogDefect(LogDefectKind.ReceiptAhead, claim.Index) { Entry = claim.Entry, Other = claim.Size, Receipt = claim.Name });
        }
    }

    private static bool IsOf(ReceiptClaim claim, PublicPart part) =>
        (claim.Kinds.Count == 0 || claim.Kinds.Contains(part.Kind)) && (claim.RequestId is not { } id || id == part.RequestId);
}
