using Taushet.V1;

namespace Taushet.Gateway.Receive;

/// <summary>Which checkpoints a batch stream has sent. At most one for each item, so that the set is bounded by the stream.</summary>
/// <remarks>
/// INVARIANT: a stream sends each checkpoint once, ahead of the first receipt that refers to it, and no receipt carries one.
/// </remarks>
internal sealed class BatchCheckpoints
{
    private readonly HashSet<(Google.Protobuf.ByteString Log, ulong TreeSize)> sent = [];

    /// <summary>Takes the checkpoint out of a receipt.</summary>
    /// <returns>The checkpoint to send first; null when it has been sent, or the receipt has none.</returns>
    public Checkpoint? TakeFrom(Receipt receipt)
    {
        if (receipt.Checkpoint is not { } checkpoint)
        {
            return null;
        }

        receipt.Checkpoint = null;
        return sent.Add((checkpoint.LogId, checkpoint.TreeSize)) ? checkpoint : null;
    }
}
