using Taushet.Core.Trail.Notes;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>Holds a log against the checkpoints that were written outside its database.</summary>
/// <remarks>They stand there by size but for a few, so that they are read along with the log and not kept.</remarks>
internal sealed class FileComparison : IDisposable
{
    private readonly LogSummary log;
    private readonly IReadOnlyCollection<NoteKey> keys;
    private readonly DefectList defects;
    private readonly IEnumerator<RecordedCheckpoint> notes;
    private readonly List<RecordedCheckpoint> late = [];
    private long? ahead;
    private RecordedCheckpoint? next;
    private long reached = -1;

    public FileComparison(LogSummary log, IReadOnlyCollection<NoteKey> keys, IEnumerable<RecordedCheckpoint> notes, DefectList defects)
    {
        this.log = log;
        this.keys = keys;
        this.defects = defects;
        this.notes = notes.GetEnumerator();
        Advance();
    }

    /// <summary>The size of the next checkpoint that the log has come to or has yet to; null when there is none.</summary>
    public long? NextSize => next?.Checkpoint.Size;

    /// <summary>The largest size of one that agrees.</summary>
    public long? ComparedTo { get; private set; }

    /// <summary>Compares every checkpoint of this size.</summary>
    /// <param name="size">The size.</param>
    /// <param name="root">The root of the stored entries; null when it cannot be told.</param>
    /// <param name="own">The database's own note of this size, which was checked before; null when there is none.</param>
    public void TakeAt(long size, ReadOnlyMemory<byte>? root, string? own)
    {
        reached = size;
        while (next is { } one && one.Checkpoint.Size == size)
        {
            Compare(one, root, own);
            Advance();
        }
    }

    /// <summary>Compares what is left: those written later than larger ones, and the largest of those beyond the log's end.</summary>
    public async Task ConcludeAsync(ILogReader reader, CancellationToken cancellation)
    {
        foreach (var one in late)
        {
            var root = await RootAsync(reader, one.Checkpoint.Size, cancellation).ConfigureAwait(false);
            Compare(one, root, own: null);
        }

        if (ahead is { } size)
        {
            defects.Add(new LogDefect(LogDefectKind.FileAhead, size));
        }
    }

    public void Dispose() => notes.Dispose();

    private async Task<ReadOnlyMemory<byte>?> RootAsync(ILogReader reader, long size, CancellationToken cancellation)
    {
        try
        {
            return await reader.RootAsync(log.Log, size, cancellation).ConfigureAwait(false);
        }
        catch (StoredValueException)
        {
            return null;
        }
    }

    private void Compare(RecordedCheckpoint one, ReadOnlyMemory<byte>? root, string? own)
    {
        var size = one.Checkpoint.Size;
        if (!string.Equals(one.Note, own, StringComparison.Ordinal) && !IsSigned(one))
        {
            defects.Add(new LogDefect(LogDefectKind.FileNoteRefused, size));
        }
        else if (root is { } stored && !stored.Span.SequenceEqual(one.Checkpoint.Root.Span))
        {
            defects.Add(new LogDefect(LogDefectKind.FileDiffers, size));
        }
        else if (root is not null)
        {
            ComparedTo = Math.Max(ComparedTo ?? 0, size);
        }
    }

    private bool IsSigned(RecordedCheckpoint one) =>
        CheckpointCheck.Open(one.Note, keys).Match(signed => CheckedNotes.IsOf(log.Log, signed), _ => false);

    private void Advance()
    {
        next = null;
        while (next is null && notes.MoveNext())
        {
            var one = notes.Current;
            if (one.Checkpoint.Size > log.Size)
            {
                TakeAhead(one);
            }
            else if (one.Checkpoint.Size < reached)
            {
                late.Add(one);
            }
            else
            {
                next = one;
            }
        }
    }

    private void TakeAhead(RecordedCheckpoint one)
    {
        if (!IsSigned(one))
        {
            defects.Add(new LogDefect(LogDefectKind.FileNoteRefused, one.Checkpoint.Size));
        }
        else
        {
            ahead = Math.Max(ahead ?? 0, one.Checkpoint.Size);
        }
    }
}
