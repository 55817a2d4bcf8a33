using System.Collections.Immutable;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>Recomputes a log from its columns upwards: every leaf, every checkpoint's root, every signature.</summary>
public static class LogVerification
{
    /// <summary>Verifies one log. Reads it once, in pages.</summary>
    /// <param name="trail">The trail.</param>
    /// <param name="log">The log.</param>
    /// <param name="keys">The public keys checkpoints were ever signed with.</param>
    /// <param name="cancellation">Cancels it.</param>
    public static async Task<LogReport> VerifyAsync(
        ITrailReader trail,
        LogSummary log,
        IReadOnlyCollection<NoteKey> keys,
        CancellationToken cancellation)
    {
        var walk = new LogWalk(log, keys);
        var entries = trail.ReadAsync(log.Log, 0, cancellation).GetAsyncEnumerator(cancellation);
        await using (entries.ConfigureAwait(false))
        {
            await foreach (var checkpoint in trail.CheckpointsAsync(log.Log, 0, cancellation).ConfigureAwait(false))
            {
                while (walk.Entries < checkpoint.Size && await entries.MoveNextAsync().ConfigureAwait(false))
                {
                    walk.Take(entries.Current);
                }

                walk.Take(checkpoint);
            }

            while (await entries.MoveNextAsync().ConfigureAwait(false))
            {
                walk.Take(entries.Current);
            }
        }

        return walk.End();
    }
}

/// <summary>What was found in one log.</summary>
/// <param name="Log">The log.</param>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Checkpoints">How many checkpoints were read.</param>
/// <param name="Defects">What is wrong; empty when the log holds.</param>
public sealed record LogReport(LogSummary Log, long Entries, long Checkpoints, ImmutableArray<LogDefect> Defects);

/// <summary>Something wrong in a log.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">The index of the entry, or the size of the checkpoint.</param>
public readonly record struct LogDefect(LogDefectKind Kind, long At);

/// <summary>What can be wrong in a log.</summary>
public enum LogDefectKind
{
    /// <summary>An entry is missing, or out of its place.</summary>
    EntryMissing,

    /// <summary>An entry's leaf hash does not follow from its columns.</summary>
    LeafChanged,

    /// <summary>A checkpoint's root does not follow from the entries.</summary>
    RootDiffers,

    /// <summary>A checkpoint's note says another size or root than its row, is of another log, or is not signed by a known key.</summary>
    NoteRefused,

    /// <summary>The newest checkpoint does not cover the last entry, or the head tells of another number of entries.</summary>
    SizeDiffers,
}
