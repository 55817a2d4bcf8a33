using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Trail.Index;

/// <summary>Fills the index from the logs' own rows.</summary>
/// <remarks>
/// INVARIANT: an entry is in the index once, after every earlier entry of its log. The step that puts entries in moves the reach
/// in the same transaction, and puts nothing in when the reach has moved meanwhile.
/// </remarks>
internal sealed class TrailProjector(ITrailRows trail, IIndexRows rows, StoreKeys keys, IndexSecrets secrets) : ITrailProjector, IDisposable
{
    private readonly SubjectDirectory subjects = new(rows, keys);
    private readonly LineMaking making = new(secrets.Keys);
    private readonly Dictionary<Guid, PartSealer> sealers = [];
    private readonly SemaphoreSlim alone = new(1);
    private Guid compared;

    public async Task<ProjectionStep> StepAsync(int most, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        await alone.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await StepAloneAsync(most, cancellation).ConfigureAwait(false);
        }
        finally
        {
            alone.Release();
        }
    }

    public async Task ResetAsync(CancellationToken cancellation)
    {
        await alone.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await rows.ResetAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            alone.Release();
        }
    }

    public void Dispose() => alone.Dispose();

    private async Task<ProjectionStep> StepAloneAsync(int most, CancellationToken cancellation)
    {
        // The sizes are read first: what is committed by then can be read, and nothing behind them is.
        var reach = await rows.ReachAsync(cancellation).ConfigureAwait(false);
        var logs = await trail.LogsAsync(cancellation).ConfigureAwait(false);
        if (!await BelongsAsync(reach, logs, cancellation).ConfigureAwait(false))
        {
            await rows.ResetAsync(cancellation).ConfigureAwait(false);
            reach = await rows.ReachAsync(cancellation).ConfigureAwait(false);
        }

        if (await FollowAsync(reach, cancellation).ConfigureAwait(false) is not { } followed)
        {
            return new ProjectionStep(0, logs.Sum(log => log.Size - NextOf(reach, log.Log)));
        }

        reach = followed;
        var behind = logs.Sum(log => log.Size - NextOf(reach, log.Log));
        var pages = await PagesAsync(reach, logs, most, cancellation).ConfigureAwait(false);
        var lines = await LinesAsync(LogMerge.Of(pages), most, cancellation).ConfigureAwait(false);
        var added = lines.Count > 0 && await rows.AppendAsync(reach, lines, cancellation).ConfigureAwait(false) ? lines.Count : 0;
        return new ProjectionStep(added, behind - added);
    }

    // An index that goes beyond its logs is of a database that has been put back; one with other hashes is of another database.
    private async Task<bool> BelongsAsync(IndexReach reach, IReadOnlyList<LogSummary> logs, CancellationToken cancellation)
    {
        var sizes = logs.ToDictionary(log => log.Log, log => log.Size);
        if (!reach.Mark.AsSpan().SequenceEqual(secrets.Mark)
            || reach.Logs.Any(log => log.Value.Next > sizes.GetValueOrDefault(log.Key)))
        {
            return false;
        }

        if (compared == reach.Generation)
        {
            return true;
        }

        foreach (var (log, at) in reach.Logs)
        {
            var last = await trail.EntriesAsync(log, at.Next - 1, 1, cancellation).ConfigureAwait(false);
            if (last.Count != 1 || !last[0].LeafHash.AsSpan().SequenceEqual(at.LeafHash))
            {
                return false;
            }
        }

        compared = reach.Generation;
        return true;
    }

    /// <summary>Forgets what keys have been destroyed for since.</summary>
    /// <returns>Where the index is then; null when another process has moved it on.</returns>
    /// <remarks>
    /// INVARIANT: nothing is put into the index before it has followed every destruction that was committed when the step began. What
    /// a destruction overtakes between that and the commit is forgotten by the next step.
    /// </remarks>
    private async Task<IndexReach?> FollowAsync(IndexReach reach, CancellationToken cancellation)
    {
        var newest = await rows.NewestDestructionAsync(cancellation).ConfigureAwait(false);
        if (newest == reach.Forgotten)
        {
            return reach;
        }

        subjects.Forget();
        for (var next = reach.Newest == 0 ? newest : reach.Forgotten + 1; next <= newest; next++)
        {
            var pseudonyms = reach.Newest == 0 ? [] : await rows.DestroyedAsync(next, cancellation).ConfigureAwait(false);
            if (!await rows.ForgetAsync(reach, pseudonyms, making.Traces, next, cancellation).ConfigureAwait(false))
            {
                return null;
            }

            reach = reach with { Forgotten = next };
        }

        return reach;
    }

    private async Task<List<(IReadOnlyList<EntryWithHash> Entries, bool IsAll)>> PagesAsync(
        IndexReach reach,
        IReadOnlyList<LogSummary> logs,
        int most,
        CancellationToken cancellation)
    {
        var pages = new List<(IReadOnlyList<EntryWithHash>, bool)>();
        foreach (var log in logs)
        {
            var next = NextOf(reach, log.Log);
            var left = log.Size - next;
            if (left > 0)
            {
                var count = (int)Math.Min(most, left);
                var page = await trail.EntriesAsync(log.Log, next, count, cancellation).ConfigureAwait(false);
                pages.Add((page, page.Count == left));
            }
        }

        return pages;
    }

    private async Task<List<IndexLine>> LinesAsync(List<EntryWithHash> entries, int most, CancellationToken cancellation)
    {
        var taken = entries.Take(most).ToList();
        foreach (var log in taken.GroupBy(entry => entry.Row.Log))
        {
            var rowsOfLog = log.Select(entry => entry.Row).ToList();
            if (!await subjects.CoverAsync(log.Key, rowsOfLog, cancellation).ConfigureAwait(false))
            {
                return [];
            }
        }

        return taken.ConvertAll(LineOf);
    }

    private IndexLine LineOf(EntryWithHash entry)
    {
        var row = entry.Row;
        var sealer = SealerOf(row.Log);
        var holder = sealer.OpenHolder(row.HolderPart.Span, row.Public.Holder.Organisation, row.Entry);
        var part = subjects.Find(row) is { } key
            ? sealer.OpenSealed(row.SealedPart.Span, key.Key, row.Entry)
            : null;
        return making.Of(row, entry.LeafHash, holder, part);
    }

    private PartSealer SealerOf(Guid log)
    {
        if (!sealers.TryGetValue(log, out var sealer))
        {
            sealer = new PartSealer(keys, log);
            sealers.Add(log, sealer);
        }

        return sealer;
    }

    private static long NextOf(IndexReach reach, Guid log) => reach.Logs.TryGetValue(log, out var at) ? at.Next : 0;
}
