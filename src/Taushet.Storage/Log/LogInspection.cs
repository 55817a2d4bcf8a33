using Taushet.Core.Trail.Notes;
using Taushet.Storage.Ports;
using Taushet.Storage.Signing;

namespace Taushet.Storage.Log;

/// <summary>What the writer's own check finds in a log, for those who only look: nothing is claimed or written.</summary>
/// <param name="Log">The log as its head tells of it.</param>
/// <param name="Outside">The checkpoint outside the database that tells of a loss, else the largest; null when there is none.</param>
/// <param name="Loss">What was found.</param>
public sealed record LogInspection(LogSummary Log, RecordedCheckpoint? Outside, LogLoss Loss)
{
    /// <summary>Checks a log as a gateway does before it writes.</summary>
    /// <param name="trail">The trail.</param>
    /// <param name="log">The log. It may be written meanwhile.</param>
    /// <param name="outside">Checkpoints from outside the database, read before the log was summed up.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="Exception">The store cannot be read.</exception>
    public static async Task<LogInspection> OfAsync(
        ILogReader trail,
        LogSummary log,
        IReadOnlyCollection<RecordedCheckpoint> outside,
        CancellationToken cancellation)
    {
        var own = await OwnAsync(trail, log, cancellation).ConfigureAwait(false);
        var found = new LogInspection(log, null, await FindAsync(trail, log, own, null, cancellation).ConfigureAwait(false));
        foreach (var one in outside.OrderByDescending(one => one.Checkpoint.Size).TakeWhile(_ => found.Loss == LogLoss.None))
        {
            var loss = await FindAsync(trail, log, own, one.Checkpoint, cancellation).ConfigureAwait(false);
            found = found with { Outside = loss == LogLoss.None ? found.Outside ?? one : one, Loss = loss };
        }

        return found;
    }

    /// <summary>What the checkpoints of a log begin with.</summary>
    public static string OriginOf(LogSummary log) => LogOrigin.Of(CheckpointKeys.NameOf(log.Gateway), log.Log);

    // A log that is written meanwhile has grown since its head was read: it must still have the checkpoint of that head.
    private static async Task<StoredCheckpoint?> OwnAsync(ILogReader trail, LogSummary log, CancellationToken cancellation)
    {
        if (log.Size > 0)
        {
            await foreach (var checkpoint in trail.CheckpointsAsync(log.Log, log.Size - 1, cancellation).ConfigureAwait(false))
            {
                return checkpoint;
            }
        }

        return await trail.NewestCheckpointAsync(log.Log, cancellation).ConfigureAwait(false);
    }

    private static async Task<LogLoss> FindAsync(
        ILogReader trail,
        LogSummary log,
        StoredCheckpoint? own,
        Checkpoint? outside,
        CancellationToken cancellation)
    {
        try
        {
            var roots = new Dictionary<long, ReadOnlyMemory<byte>>();
            foreach (var size in new[] { log.Size, Math.Min(log.Size, outside?.Size ?? 0) })
            {
                roots[size] = await trail.RootAsync(log.Log, size, cancellation).ConfigureAwait(false);
            }

            return RollbackCheck.Find((log.Size, own), OriginOf(log), outside is null ? [] : [outside], size => roots[size]);
        }
        catch (StoredValueException)
        {
            // A log from before trees were kept gets its tree when it is next claimed.
            return own is null ? LogLoss.None : LogLoss.EntriesMissing;
        }
    }
}
