using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>Reads the trail in pages and opens what the keys at hand open.</summary>
internal sealed class TrailReader(ITrailRows rows, StoreKeys keys) : LogReader(rows), ITrailReader
{
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
        var opening = new EntryOpening(keys, log, await Rows.KeysAsync(cancellation).ConfigureAwait(false));
        for (var next = fromIndex; ;)
        {
            var page = await Rows.EntriesAsync(log, next, Page, cancellation).ConfigureAwait(false);
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
        var found = await Rows.EntriesAsync(log, index, 1, cancellation).ConfigureAwait(false);
        return found.Count == 1 ? new EntryOpening(keys, log, []).Open(found[0].Row, found[0].LeafHash) : null;
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
        return await Rows.OverTreeAsync(log, tree => tree.InclusionProof(index, size), cancellation).ConfigureAwait(false);
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
        return await Rows.OverTreeAsync(log, tree => tree.ConsistencyProof(firstSize, secondSize), cancellation).ConfigureAwait(false);
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
}
