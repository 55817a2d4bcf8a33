using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail;

/// <summary>Finds the signed checkpoints that proofs lead to.</summary>
internal static class SignedSizes
{
    /// <summary>Finds the checkpoint of a size.</summary>
    /// <param name="trail">The trail.</param>
    /// <param name="log">The log.</param>
    /// <param name="size">The size; null for the newest.</param>
    /// <param name="option">The option that gave it.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>The checkpoint, or why there is none.</returns>
    public static async Task<(StoredCheckpoint? Checkpoint, CommandFault? Fault)> FindAsync(
        ITrailReader trail,
        LogSummary log,
        long? size,
        string option,
        CancellationToken cancellation)
    {
        if (size is not { } asked)
        {
            var newest = await trail.NewestCheckpointAsync(log.Log, cancellation);
            return newest is null
                ? (null, new CommandFault("the log has no checkpoint yet", Lines.Name(log), "wait for its first entry"))
                : (newest, null);
        }

        var next = asked < 1 ? null : await trail.CheckpointsAsync(log.Log, asked - 1, cancellation).FirstOrDefaultAsync(cancellation);
        return next?.Size == asked
            ? (next, null)
            : (null, new CommandFault(
                "no checkpoint was signed at this size: there is one for each batch of entries",
                $"{option} {asked}",
                next is null ? $"the log has {Lines.Count(log.Size, "entry")}: give a size up to that" : $"the next one is of {next.Size}"));
    }
}
