using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>Reads the trail in pages and opens what the keys at hand open.</summary>
internal sealed class TrailReader(ITrailRows rows, StoreKeys keys) : ITrailReader
{
    private const int Page = 256;

    public Task<IReadOnlyList<LogSummary>> LogsAsync(CancellationToken cancellation) => rows.LogsAsync(cancellation);

    public async Task<long> CountAsync(CancellationToken cancellation) =>
        (await LogsAsync(cancellation).ConfigureAwait(false)).Sum(log => log.Size);

    public async IAsyncEnumerable<StoredEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var heads = new PriorityQueue<IAsyncEnumerator<StoredEntry>, (long Time, Guid Log)>();
        try
        {
            foreach (var log in await LogsAsync(cancellation).ConfigureAwait(false))
            {
                var head = ReadAsync(log.Log, 0, cancellation).GetAsyncEnumerator(cancellation);
                await AdvanceAsync(heads, head).ConfigureAwait(false);
            }

            while (heads.TryDequeue(out var next, out _))
            {
                yield return next.Current;
                await AdvanceAsync(heads, next).ConfigureAwait(false);
            }
        }
        finally
        {
            while (heads.TryDequeue(out var left, out _))
            {
                await left.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    public async IAsyncEnumerable<StoredEntry> ReadAsync(
        Guid log,
        long fromIndex,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var opening = new EntryOpening(keys, log, await rows.KeysAsync(cancellation).ConfigureAwait(false));
        for (var next = fromIndex; ;)
        {
            var page = await rows.EntriesAsync(log, next, Page, cancellation).ConfigureAwait(false);
            foreach (var (row, leafHash) in page)
            {
                yield return opening.Open(row, leafHash);
            }

            if (page.Count < Page)
            {
                yield break;
            }

            next += Page;
        }
    }

    public async Task<StoredEntry?> FindAsync(Guid log, long index, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var found = await rows.EntriesAsync(log, index, 1, cancellation).ConfigureAwait(false);
        return found.Count == 1 ? new EntryOpening(keys, log, []).Open(found[0].Row, found[0].LeafHash) : null;
    }

    public async IAsyncEnumerable<StoredCheckpoint> CheckpointsAsync(
        Guid log,
        long afterSize,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = afterSize; ;)
        {
            var page = await rows.CheckpointsAsync(log, after, Page, cancellation).ConfigureAwait(false);
            foreach (var checkpoint in page)
            {
                yield return checkpoint;
            }

            if (page.Count < Page)
            {
                yield break;
            }

            after = page[^1].Size;
        }
    }

    // A batch has hundreds of entries at most, so that the first step back usually meets the newest.
    public async Task<StoredCheckpoint?> NewestCheckpointAsync(Guid log, CancellationToken cancellation)
    {
        var size = (await FindAsync(log, cancellation).ConfigureAwait(false))?.Size ?? 0;
        for (var back = 1L; ; back *= Page)
        {
            StoredCheckpoint? newest = null;
            await foreach (var checkpoint in CheckpointsAsync(log, Math.Max(-1, size - back), cancellation).ConfigureAwait(false))
            {
                newest = checkpoint;
            }

            if (newest is not null || back > size)
            {
                return newest;
            }
        }
    }

    public async Task<ReadOnlyMemory<byte>> RootAsync(Guid log, long size, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        await RequireAsync(log, size, cancellation).ConfigureAwait(false);
        return await rows.OverTreeAsync(log, tree => tree.Root(size), cancellation).ConfigureAwait(false);
    }

    public async Task<ImmutableArray<ReadOnlyMemory<byte>>> InclusionProofAsync(
        Guid log,
        long index,
        long size,
        CancellationToken cancellation)
    {
        await RequireAsync(log, size, cancellation).ConfigureAwait(false);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        return await rows.OverTreeAsync(log, tree => tree.InclusionProof(index, size), cancellation).ConfigureAwait(false);
    }

    public async Task<ImmutableArray<ReadOnlyMemory<byte>>> ConsistencyProofAsync(
        Guid log,
        long firstSize,
        long secondSize,
        CancellationToken cancellation)
    {
        await RequireAsync(log, secondSize, cancellation).ConfigureAwait(false);
        ArgumentOutOfRangeException.ThrowIfNegative(firstSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstSize, secondSize);
        return await rows.OverTreeAsync(log, tree => tree.ConsistencyProof(firstSize, secondSize), cancellation).ConfigureAwait(false);
    }

    private static async Task AdvanceAsync(
        PriorityQueue<IAsyncEnumerator<StoredEntry>, (long Time, Guid Log)> heads,
        IAsyncEnumerator<StoredEntry> head)
    {
        if (await head.MoveNextAsync().ConfigureAwait(false))
        {
            heads.Enqueue(head, (head.Current.Public.TimeMicros, head.Current.Log));
        }
        else
        {
            await head.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task RequireAsync(Guid log, long size, CancellationToken cancellation) =>
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, (await FindAsync(log, cancellation).ConfigureAwait(false))?.Size ?? -1);

    private async Task<LogSummary?> FindAsync(Guid log, CancellationToken cancellation) =>
        (await LogsAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Log == log);
}
