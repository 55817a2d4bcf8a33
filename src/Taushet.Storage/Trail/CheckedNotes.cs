using System.Runtime.CompilerServices;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>A log's stored checkpoints with what their signed notes are worth, checked on every core a little ahead.</summary>
internal static class CheckedNotes
{
    private const int Some = 64;

    private static readonly int Ahead = Environment.ProcessorCount;

    /// <summary>What a note is worth: null when it says what its row says and a known key has signed it.</summary>
    public static async IAsyncEnumerable<(StoredCheckpoint Checkpoint, LogDefectKind? Fault)> ReadAsync(
        ILogReader reader,
        LogSummary log,
        IReadOnlyCollection<NoteKey> keys,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var checking = new Queue<Task<(StoredCheckpoint, LogDefectKind?)[]>>();
        await foreach (var some in reader.CheckpointsAsync(log.Log, -1, cancellation).Chunk(Some).ConfigureAwait(false))
        {
            checking.Enqueue(Task.Run(() => Array.ConvertAll(some, one => (one, FaultOf(one, log, keys))), cancellation));
            while (checking.Count > Ahead)
            {
                foreach (var one in await checking.Dequeue().ConfigureAwait(false))
                {
                    yield return one;
                }
            }
        }

        while (checking.TryDequeue(out var last))
        {
            foreach (var one in await last.ConfigureAwait(false))
            {
                yield return one;
            }
        }
    }

    /// <summary>Whether a signed checkpoint is one of this log, signed by a key of the name that the log's origin begins with.</summary>
    public static bool IsOf(Guid log, CheckpointOpening.Signed signed) =>
        signed.Signers.Any(key => LogOrigin.Of(key.Name, log) == signed.Checkpoint.Origin);

    // The gateway's name is in what was signed: a log that is given another's is looked for in the other's checkpoint file.
    private static LogDefectKind? FaultOf(StoredCheckpoint checkpoint, LogSummary log, IReadOnlyCollection<NoteKey> keys) =>
        CheckpointCheck.Open(checkpoint.Note, keys).Match<LogDefectKind?>(
            signed => IsOf(log.Log, signed)
                && signed.Checkpoint.Origin == LogInspection.OriginOf(log)
                && signed.Checkpoint.Size == checkpoint.Size
                && signed.Checkpoint.Root.Span.SequenceEqual(checkpoint.Root.Span)
                    ? null
                    : LogDefectKind.NoteDiffers,
            _ => LogDefectKind.NoteRefused);
}
