using System.Collections.Immutable;
using Taushet.Core.Trail.Notes;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>One pass over a log: entries and checkpoints as they come, the tree so far, and what was found wrong.</summary>
internal sealed class LogWalk(LogSummary log, IReadOnlyCollection<NoteKey> keys)
{
    private readonly ImmutableArray<LogDefect>.Builder defects = ImmutableArray.CreateBuilder<LogDefect>();
    private readonly List<ReadOnlyMemory<byte>> leaves = [];
    private Frontier frontier = Frontier.Empty;
    private long covered;
    private long checkpoints;

    /// <summary>How many entries were taken.</summary>
    public long Entries => frontier.Size + leaves.Count;

    public void Take(StoredEntry entry)
    {
        Require(entry.Index == Entries, LogDefectKind.EntryMissing, entry.Index);
        Require(entry.LeafHashHolds, LogDefectKind.LeafChanged, entry.Index);
        leaves.Add(entry.LeafHash);
    }

    public void Take(StoredCheckpoint checkpoint)
    {
        checkpoints++;
        covered = checkpoint.Size;
        var growth = TreeGrowth.Of(frontier, leaves);
        frontier = growth.After;
        leaves.Clear();
        Require(
            frontier.Size == checkpoint.Size && growth.Root.Span.SequenceEqual(checkpoint.Root.Span),
            LogDefectKind.RootDiffers,
            checkpoint.Size);
        Require(IsSigned(checkpoint), LogDefectKind.NoteRefused, checkpoint.Size);
    }

    /// <summary>Sums up.</summary>
    /// <param name="goesBeyond">Whether there is more than the head tells of.</param>
    public LogReport End(bool goesBeyond)
    {
        Require(covered == Entries && Entries == log.Size && !goesBeyond, LogDefectKind.SizeDiffers, Entries);
        return new LogReport(log, Entries, checkpoints, defects.ToImmutable());
    }

    private bool IsSigned(StoredCheckpoint checkpoint) => keys.Select(key => key.Name).Distinct(StringComparer.Ordinal).Any(name =>
        CheckpointCheck.Open(checkpoint.Note, keys, LogOrigin.Of(name, log.Log)).Match(
            signed => signed.Checkpoint.Size == checkpoint.Size && signed.Checkpoint.Root.Span.SequenceEqual(checkpoint.Root.Span),
            _ => false));

    private void Require(bool holds, LogDefectKind kind, long at)
    {
        if (!holds)
        {
            defects.Add(new LogDefect(kind, at));
        }
    }
}
