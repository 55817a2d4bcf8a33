using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>A place in a log's leaves, which come in pages.</summary>
internal sealed class LeafCursor(IAsyncEnumerator<IReadOnlyList<DerivedLeaf>> pages, IProgress<long>? progress) : IAsyncDisposable
{
    private IReadOnlyList<DerivedLeaf> page = [];
    private int at;
    private long taken;

    /// <summary>Some of the leaves before an index, in order; null when there are no more.</summary>
    public async ValueTask<IReadOnlyList<DerivedLeaf>?> TakeAsync(long before)
    {
        if (at == page.Count)
        {
            taken += page.Count;
            progress?.Report(taken);
            (page, at) = await pages.MoveNextAsync().ConfigureAwait(false) ? (pages.Current, 0) : ([], 0);
        }

        var first = at;
        while (at < page.Count && page[at].Index < before)
        {
            at++;
        }

        return at == first ? null : first == 0 && at == page.Count ? page : [.. page.Skip(first).Take(at - first)];
    }

    public ValueTask DisposeAsync() => pages.DisposeAsync();
}
