using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Log;

/// <summary>Entries with their places, the tree they make, and the signed checkpoint of it: ready to be stored as a whole.</summary>
internal sealed class LogBatch
{
    private LogBatch(LogHead head, long epoch, IReadOnlyList<PlacedEntry> entries, TreeGrowth growth, StoredCheckpoint checkpoint)
    {
        Log = head.Log;
        Epoch = epoch;
        Entries = entries;
        Growth = growth;
        Checkpoint = checkpoint;
    }

    public Guid Log { get; }

    public long Epoch { get; }

    public long SizeBefore => Growth.After.Size - Entries.Count;

    public long SizeAfter => Growth.After.Size;

    /// <summary>The entries in their order, from place <see cref="SizeBefore"/> on.</summary>
    public IReadOnlyList<PlacedEntry> Entries { get; }

    public TreeGrowth Growth { get; }

    public StoredCheckpoint Checkpoint { get; }

    /// <summary>How long the lease shall run from the commit on.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>Places entries after what the log has, and signs what comes of it.</summary>
    public static LogBatch Of(
        LogHead head,
        long epoch,
        Frontier before,
        IReadOnlyList<QueuedEntry> entries,
        LogSettings settings)
    {
        SealUnderOneKey(entries);
        var placed = new PlacedEntry[entries.Count];
        for (var i = 0; i < placed.Length; i++)
        {
            var index = before.Size + i;
            placed[i] = new PlacedEntry(entries[i], index, entries[i].HashAt(index));
        }

        var growth = TreeGrowth.Of(before, Array.ConvertAll(placed, entry => (ReadOnlyMemory<byte>)entry.LeafHash));
        var note = settings.Signer.Sign(head.Log, growth.After.Size, growth.Root);
        var signedAt = StoredForms.Micros(settings.Clock.GetUtcNow());
        var checkpoint = new StoredCheckpoint(growth.After.Size, growth.Root, note, signedAt);
        return new LogBatch(head, epoch, placed, growth, checkpoint) { Lease = settings.Lease };
    }

    // A subject that the store has not seen gets a fresh key with each of its entries: the first in the batch stands.
    private static void SealUnderOneKey(IReadOnlyList<QueuedEntry> entries)
    {
        var firsts = new Dictionary<KeyName, QueuedEntry>();
        foreach (var entry in entries)
        {
            if (!firsts.TryAdd(entry.Key, entry) && firsts[entry.Key] is var first && !first.Wrapped.AsSpan().SequenceEqual(entry.Wrapped))
            {
                entry.SealLike(first);
            }
        }
    }
}

/// <summary>An entry with its place in the log.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Index">Its place, from 0.</param>
/// <param name="LeafHash">Its leaf hash there, 32 bytes.</param>
internal sealed record PlacedEntry(QueuedEntry Entry, long Index, byte[] LeafHash);
