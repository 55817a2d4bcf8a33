using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Taushet.Core.Trail;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Trail;

/// <summary>Walks through the index along what finds the fewest entries, and keeps those that are looked for.</summary>
internal sealed class EntryWalk(ITrailIndex index, GatewayOptions options)
{
    private const int Chunk = 512;

    /// <summary>How far the index reaches.</summary>
    public Task<IndexState> StateAsync(Call call) => ReadAsync(call, () => index.StateAsync(call.Cancellation));

    /// <summary>The keys to walk along.</summary>
    /// <returns>Empty when no entry can be found.</returns>
    public async Task<ImmutableArray<IndexKey>> KeysAsync(Call call, EntryFilter filter)
    {
        if (filter.Child is { } child)
        {
            return await ReadAsync(call, () => index.KeysOfAsync(child, call.Cancellation));
        }

        var organisation = filter.Reader.Party.Organisation;
        var keys = index.Keys;
        return
        [
            filter.Request is { } request ? IndexKeys.Request(request)
            : filter.Case.Length > 0 ? keys.Case(organisation, filter.Case)
            : filter.Person.Length > 0 ? keys.Person(filter.PersonOrganisation, filter.Person)
            : IndexKeys.Marks.FirstOrDefault(mark => filter.Marks.HasFlag(mark)) is not IndexedMarks.None and var mark ? keys.Mark(organisation, mark)
            : filter.Emergency ? keys.Emergency(organisation)
            : Special(filter) is { } kind ? keys.Kind(organisation, kind)
            : filter.Rule.Length > 0 ? keys.Rule(organisation, filter.Rule)
            : keys.Party(organisation, filter.Reader.Party.Service),
        ];
    }

    /// <summary>Every entry that is walked past, each with whether it is looked for.</summary>
    public async IAsyncEnumerable<(IndexedEntry Entry, bool Matches)> WalkAsync(
        Call call,
        EntryFilter filter,
        IndexRange range,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!range.Keys.IsEmpty)
        {
            var chunk = await ReadAsync(call, () => index.ReadAsync(range, Chunk, cancellation));
            foreach (var entry in chunk)
            {
                yield return (entry, filter.Matches(entry));
            }

            if (chunk.Count < Chunk)
            {
                yield break;
            }

            range = range with { After = chunk[^1].Place };
        }
    }

    private static EntryKind? Special(EntryFilter filter) =>
        filter.Kinds.Count == 1 && filter.Kinds.Single() is not (EntryKind.Request or EntryKind.Preview or EntryKind.Assess) and var only
            ? only
            : null;

    private async Task<T> ReadAsync<T>(Call call, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (IndexRebuiltException)
        {
            throw Refusals.IndexRebuilt(call.RequestId);
        }
        catch (Exception error) when (error is DbException or IOException)
        {
            throw Refusals.CannotRead(call.RequestId, options.GatewayRetry);
        }
    }
}
