using Taushet.Core.Trail.Notes;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>
/// Goes through a log once and stops wherever somebody says what the tree is: at its checkpoints, at those in a checkpoint file,
/// and at those of receipts.
/// </summary>
internal sealed class LogCheck : IDisposable
{
    private const int Searches = 8;
    private const int Looks = 10;

    private readonly ILogReader reader;
    private readonly LogSummary log;
    private readonly IReadOnlyCollection<NoteKey> keys;
    private readonly DefectList defects = new();
    private readonly FileComparison file;
    private readonly ReceiptComparison receipts;
    private LogWalk walk = null!;
    private int searches;
    private long checkpoints;
    private long covered;
    private long sound;
    private long unproven;
    private bool lost;

    public LogCheck(ILogReader reader, LogSummary log, IReadOnlyCollection<NoteKey> keys, LogEvidence evidence)
    {
        this.reader = reader;
        this.log = log;
        this.keys = keys;
        file = new FileComparison(log, keys, evidence.Notes, defects);
        receipts = new ReceiptComparison(log, evidence.Receipts);
    }

    public async Task<LogReport> RunAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        walk = new LogWalk(defects, await reader.SubtreesAsync(log.Log, cancellation).ConfigureAwait(false));
        var leaves = new LeafCursor(reader.LeavesAsync(log.Log, log.Size, cancellation).GetAsyncEnumerator(cancellation), progress);
        await using (leaves.ConfigureAwait(false))
        {
            await StopAtCheckpointsAsync(leaves, cancellation).ConfigureAwait(false);
            await GoToAsync(leaves, log.Size, cancellation).ConfigureAwait(false);
        }

        walk.EndAt(log.Size);
        await ConcludeAsync(cancellation).ConfigureAwait(false);
        return new LogReport(log, walk.Entries, checkpoints, defects.Kept())
        {
            DefectCount = defects.Count,
            Unproven = unproven,
            ComparedTo = file.ComparedTo,
            Receipts = receipts.Agreeing,
        };
    }

    public void Dispose() => file.Dispose();

    private async Task StopAtCheckpointsAsync(LeafCursor leaves, CancellationToken cancellation)
    {
        var notes = CheckedNotes.ReadAsync(reader, log, keys, cancellation).GetAsyncEnumerator(cancellation);
        await using (notes.ConfigureAwait(false))
        {
            var more = await notes.MoveNextAsync().ConfigureAwait(false);
            while (true)
            {
                var own = more && notes.Current.Checkpoint.Size <= log.Size ? notes.Current.Checkpoint : null;
                if (Earliest(own?.Size, file.NextSize, receipts.NextSize) is not { } size || size > log.Size)
                {
                    return;
                }

                await GoToAsync(leaves, size, cancellation).ConfigureAwait(false);
                var root = walk.RootAt(size);
                var isOwn = own?.Size == size;
                if (isOwn)
                {
                    Take(own!, notes.Current.Fault, root);
                    more = await notes.MoveNextAsync().ConfigureAwait(false);
                }

                file.TakeAt(size, root, isOwn ? own!.Note : null);
                receipts.TakeAt(size, root, defects);
            }
        }
    }

    private static long? Earliest(params ReadOnlySpan<long?> sizes)
    {
        long? least = null;
        foreach (var size in sizes)
        {
            least = size < (least ?? long.MaxValue) ? size : least;
        }

        return least;
    }

    private void Take(StoredCheckpoint checkpoint, LogDefectKind? fault, ReadOnlyMemory<byte>? root)
    {
        checkpoints++;
        covered = checkpoint.Size;
        if (fault is { } kind)
        {
            defects.Add(new LogDefect(kind, checkpoint.Size));
        }

        if (root is { } computed && computed.Span.SequenceEqual(checkpoint.Root.Span))
        {
            (sound, lost) = (checkpoint.Size, false);
            return;
        }

        // One change spoils the root of every checkpoint after it: it is told once.
        if (root is null || lost)
        {
            unproven++;
        }
        else
        {
            defects.Add(new LogDefect(LogDefectKind.RootDiffers, checkpoint.Size) { Other = sound });
            lost = true;
        }
    }

    private async ValueTask GoToAsync(LeafCursor leaves, long size, CancellationToken cancellation)
    {
        while (await leaves.TakeAsync(size).ConfigureAwait(false) is { } page)
        {
            foreach (var leaf in page)
            {
                walk.Take(leaf);
                receipts.Take(leaf, defects);
                if (leaf.State == LeafState.Differs)
                {
                    defects.Add(await WhyAsync(leaf, cancellation).ConfigureAwait(false));
                }
            }
        }
    }

    private async Task<LogDefect> WhyAsync(DerivedLeaf leaf, CancellationToken cancellation)
    {
        var at = searches++ < Searches
            ? await reader.WrittenAtAsync(log.Log, leaf.Index, log.Size, cancellation).ConfigureAwait(false)
            : null;
        return new LogDefect(at is null ? LogDefectKind.LeafChanged : LogDefectKind.EntryMoved, leaf.Index) { Entry = leaf.Entry, Other = at };
    }

    private async Task ConcludeAsync(CancellationToken cancellation)
    {
        defects.Require(covered >= Math.Min(walk.Next, log.Size), LogDefectKind.CheckpointMissing, covered);
        defects.Require(!await GoesBeyondItsHeadAsync(cancellation).ConfigureAwait(false), LogDefectKind.BeyondHead, log.Size);
        if (await reader.FirstIndexAsync(log.Log, cancellation).ConfigureAwait(false) is { } first and < 0)
        {
            defects.Add(new LogDefect(LogDefectKind.BeyondHead, first));
        }

        await file.ConcludeAsync(reader, cancellation).ConfigureAwait(false);
        await receipts.CompareAsync(reader, defects, cancellation).ConfigureAwait(false);
        receipts.Conclude(defects);
    }

    // A batch and its head are committed together. Entries and checkpoints beyond a head that does not move belong to none.
    private async Task<bool> GoesBeyondItsHeadAsync(CancellationToken cancellation)
    {
        var size = log.Size;
        for (var look = 0; look < Looks; look++)
        {
            var beyond = await reader.HasEntriesFromAsync(log.Log, size, cancellation).ConfigureAwait(false)
                || await reader.CheckpointsAsync(log.Log, size, cancellation).AnyAsync(cancellation).ConfigureAwait(false);
            var logs = await reader.LogsAsync(cancellation).ConfigureAwait(false);
            var now = logs.FirstOrDefault(one => one.Log == log.Log)?.Size ?? size;
            if (!beyond || now == size)
            {
                return beyond;
            }

            size = now;
        }

        return false;
    }
}
