using Taushet.Core.Trail;
using Taushet.Storage.Log;

namespace Taushet.Storage.Trail;

/// <summary>What is known of a log outside its database, to hold it against.</summary>
/// <param name="Notes">Checkpoints in the order in which they were written down, read while the log is; signatures are yet to be checked.</param>
/// <param name="Receipts">What receipts say, each checked by itself before.</param>
public sealed record LogEvidence(IEnumerable<RecordedCheckpoint> Notes, IReadOnlyCollection<ReceiptClaim> Receipts)
{
    /// <summary>Nothing is known.</summary>
    public static LogEvidence None { get; } = new([], []);
}

/// <summary>What a receipt that holds says of the log.</summary>
/// <param name="Name">What the receipt is called in a report: its file.</param>
/// <param name="Log">The log.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Index">Its place.</param>
/// <param name="Leaf">Its leaf hash, 32 bytes.</param>
/// <param name="Size">The size of the signed checkpoint.</param>
/// <param name="Root">Its root.</param>
public sealed record ReceiptClaim(
    string Name,
    Guid Log,
    Guid Entry,
    long Index,
    ReadOnlyMemory<byte> Leaf,
    long Size,
    ReadOnlyMemory<byte> Root)
{
    /// <summary>What kinds of entry the message that the receipt came with can be of; empty when it tells none.</summary>
    public IReadOnlyCollection<EntryKind> Kinds { get; init; } = [];

    /// <summary>The request that the message is of; null when it tells none.</summary>
    public Guid? RequestId { get; init; }
}
