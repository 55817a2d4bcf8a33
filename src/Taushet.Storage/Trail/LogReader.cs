using System.Runtime.CompilerServices;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>Reads logs in pages, without any secret key.</summary>
internal class LogReader(ITrailRows rows) : ILogReader
{
    protected const int Page = 256;

    private const int Nearby = 1 << 16;

    protected ITrailRows Rows => rows;

    public Task<IReadOnlyList<LogSummary>> LogsAsync(CancellationToken cancellation) => rows.LogsAsync(cancellation);

    public async Task<IReadOnlyList<Guid>> HeadlessAsync(CancellationToken cancellation)
    {
        var known = (await LogsAsync(cancellation).ConfigureAwait(false)).Select(log => log.Log).ToHashSet();
        var headless = new List<Guid>();
        var after = Guid.Empty;
        while (await rows.NextLogAsync(after, cancellation).ConfigureAwait(false) is { } log)
        {
            after = log;
            if (!known.Contains(log))
            {
                headless.Add(log);
            }
        }

        return headless;
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

    public IAsyncEnumerable<IReadOnlyList<DerivedLeaf>> LeavesAsync(Guid log, long size, CancellationToken cancellation) =>
        LeafPages.ReadAsync(rows, log, size, cancellation);

    public async Task<PublicPart?> PublicAsync(Guid log, long index, CancellationToken cancellation)
    {
        try
        {
            return await rows.EntriesAsync(log, index, 1, cancellation).ConfigureAwait(false) is [var stored] && stored.Row.Index == index
                ? stored.Row.Public
                : null;
        }
        catch (Exception fault) when (fault
            is StoredValueException or InvalidCastException or ArgumentException or OverflowException or FormatException)
        {
            return null;
        }
    }

    public Task<long?> FirstIndexAsync(Guid log, CancellationToken cancellation) => rows.NextIndexAsync(log, long.MinValue, cancellation);

    public async Task<bool> HasEntriesFromAsync(Guid log, long index, CancellationToken cancellation) =>
        await rows.NextIndexAsync(log, index, cancellation).ConfigureAwait(false) is not null;

    public async Task<long?> WrittenAtAsync(Guid log, long index, long size, CancellationToken cancellation)
    {
        if (await rows.EntriesAsync(log, index, 1, cancellation).ConfigureAwait(false) is not [{ Row.Schema: ReceiptLeaf.Schema } stored])
        {
            return null;
        }

        var leaf = ReceiptLeaf.Of(stored.Row);
        var last = Math.Min(size, index + Nearby);
        for (var at = Math.Max(0, index - Nearby); at < last; at++)
        {
            if (TreeHash.Leaf(leaf.At(at)).AsSpan().SequenceEqual(stored.LeafHash))
            {
                return at;
            }
        }

        return null;
    }

    public Task<IReadOnlyList<StoredSubtree>> SubtreesAsync(Guid log, CancellationToken cancellation) =>
        rows.SubtreesAsync(log, cancellation);

    protected async Task RequireAsync(Guid log, long size, CancellationToken cancellation) =>
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, (await FindAsync(log, cancellation).ConfigureAwait(false))?.Size ?? -1);

    private async Task<LogSummary?> FindAsync(Guid log, CancellationToken cancellation) =>
        (await LogsAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Log == log);
}
