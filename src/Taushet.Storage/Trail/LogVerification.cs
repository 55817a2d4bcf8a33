using System.Collections.Immutable;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>Recomputes a log from its columns upwards: every leaf, every checkpoint's root, every signature.</summary>
public static class LogVerification
{
    private const int Looks = 10;

    /// <summary>
    /// Verifies one log as far as its head went when it was summed up: it may be written meanwhile. Reads it once, in pages.
    /// </summary>
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
                if (checkpoint.Size > log.Size)
                {
                    break;
                }

                await TakeToAsync(walk, entries, checkpoint.Size).ConfigureAwait(false);
                walk.Take(checkpoint);
            }

            await TakeToAsync(walk, entries, log.Size).ConfigureAwait(false);
        }

        return walk.End(await GoesBeyondItsHeadAsync(trail, log, cancellation).ConfigureAwait(false));
    }

    private static async Task TakeToAsync(LogWalk walk, IAsyncEnumerator<StoredEntry> entries, long size)
    {
        while (walk.Entries < size && await entries.MoveNextAsync().ConfigureAwait(false))
        {
            walk.Take(entries.Current);
        }
    }

    // A batch and its head are committed together. Entries and checkpoints beyond a head that does not move belong to none.
    private static async Task<bool> GoesBeyondItsHeadAsync(ITrailReader trail, LogSummary log, CancellationToken cancellation)
    {
        var size = log.Size;
        for (var look = 0; look < Looks; look++)
        {
            var beyond = await trail.ReadAsync(log.Log, size, cancellation).AnyAsync(cancellation).ConfigureAwait(false)
                || await trail.CheckpointsAsync(log.Log, size, cancellation).AnyAsync(cancellation).ConfigureAwait(false);
            var logs = await trail.LogsAsync(cancellation).ConfigureAwait(false);
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

    /// <summary>The newest checkpoint does not cover the last entry, or there are more or fewer entries than the head tells of.</summary>
    SizeDiffers,
}
