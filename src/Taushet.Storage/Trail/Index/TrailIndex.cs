using System.Collections.Immutable;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Trail.Index;

/// <summary>Searches the index, whichever store holds it.</summary>
internal sealed class TrailIndex(ITrailRows trail, IIndexRows rows, StoreKeys keys, IndexSecrets secrets) : ITrailIndex
{
    public IndexKeys Keys => secrets.Keys;

    public IndexTokens Tokens => secrets.Tokens;

    public async Task<IndexState> StateAsync(CancellationToken cancellation)
    {
        var reach = await rows.ReachAsync(cancellation).ConfigureAwait(false);
        var logs = await trail.LogsAsync(cancellation).ConfigureAwait(false);
        return new IndexState(
            reach.Generation,
            reach.Newest,
            [.. logs.Select(log => new IndexedLog(log.Log, reach.Logs.TryGetValue(log.Log, out var at) ? at.Next : 0, log.Size))]);
    }

    public async Task<ImmutableArray<IndexKey>> KeysOfAsync(SubjectKey subject, CancellationToken cancellation)
    {
        var wrapped = await rows.KeysOfAsync(SubjectLookup.Of(keys, subject), cancellation).ConfigureAwait(false);
        var logs = wrapped.Count == 0 ? [] : await trail.LogsAsync(cancellation).ConfigureAwait(false);
        return
        [
            .. from stored in wrapped
               let key = PersonKey.Unwrap(keys, stored.Name.Context, stored.Wrapped)
               where key is not null
               from log in logs
               select IndexKeys.Subject(key.Value.PseudonymIn(log.Log)),
        ];
    }

    public async Task<IReadOnlyList<IndexedEntry>> ReadAsync(IndexRange range, int count, CancellationToken cancellation)
    {
        var found = new List<IndexedEntry>();
        foreach (var some in range.Keys.Chunk(IIndexRows.MostKeys))
        {
            found.AddRange(await rows.ReadAsync(range, some, count, cancellation).ConfigureAwait(false));
        }

        if (range.Keys.Length <= IIndexRows.MostKeys)
        {
            return found;
        }

        var ordered = range.OldestFirst
            ? found.OrderBy(entry => entry.Place)
            : found.OrderByDescending(entry => entry.Place);
        return [.. ordered.DistinctBy(entry => entry.Number).Take(count)];
    }

    public Task<IReadOnlyList<IndexedEntry>> ScanAsync(
        Guid generation, long above, long upTo, int count, CancellationToken cancellation) =>
        rows.ScanAsync(generation, above, upTo, count, cancellation);

    public async Task<IReadOnlyList<StoredEntry>> OpenAsync(
        IReadOnlyList<IndexedEntry> entries, SubjectKey subject, CancellationToken cancellation)
    {
        var wrapped = await rows.KeysOfAsync(SubjectLookup.Of(keys, subject), cancellation).ConfigureAwait(false);
        var persons = wrapped.Select(stored => PersonKey.Unwrap(keys, stored.Name.Context, stored.Wrapped)).OfType<PersonKey>().ToList();
        var openings = entries.Select(entry => entry.Log).Distinct().ToDictionary(log => log, log => new EntryOpening(keys, log, persons));
        var opened = new List<StoredEntry>(entries.Count);
        foreach (var entry in entries)
        {
            var row = await trail.EntriesAsync(entry.Log, entry.Index, 1, cancellation).ConfigureAwait(false);
            opened.Add(row.Count == 1
                ? openings[entry.Log].Open(row[0].Row, row[0].LeafHash)
                : throw new StoredValueException("An entry of the index is not in its log."));
        }

        return opened;
    }
}
