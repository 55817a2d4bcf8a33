using System.Runtime.CompilerServices;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>Reads and hashes a log's entries on every core, a few pages ahead of who takes them.</summary>
internal static class LeafPages
{
    private const int Page = 1024;

    private static readonly int Ahead = Environment.ProcessorCount + 1;

    /// <summary>The leaves before an index, in order. What is held at a time does not depend on how many there are.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<DerivedLeaf>> ReadAsync(
        ITrailRows rows,
        Guid log,
        long size,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reading = new Queue<Task<IReadOnlyList<DerivedLeaf>>>();
        try
        {
            var nothing = false;
            for (var next = 0L; next < size || reading.Count > 0;)
            {
                while (next < size && reading.Count < Ahead && !nothing)
                {
                    reading.Enqueue(Begin(rows, log, next, (int)Math.Min(Page, size - next), cancellation));
                    next = Math.Min(size, next + Page);
                }

                var page = await reading.Dequeue().ConfigureAwait(false);
                if (page.Count > 0)
                {
                    yield return page;
                }

                // A head may count far more than there are: where nothing is, the next one is looked up.
                nothing |= page.Count == 0;
                if (nothing && reading.Count == 0)
                {
                    next = Math.Max(next, await rows.NextIndexAsync(log, next, cancellation).ConfigureAwait(false) ?? size);
                    nothing = false;
                }
            }
        }
        finally
        {
            await ((Task)Task.WhenAll(reading)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Task<IReadOnlyList<DerivedLeaf>> Begin(
        ITrailRows rows, Guid log, long from, int count, CancellationToken cancellation) =>
        Task.Run(() => rows.LeavesAsync(log, from, count, cancellation), cancellation);
}
