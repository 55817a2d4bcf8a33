using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;
using Taushet.Core.Trail;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail;

/// <summary>A search of the log, one page at a time.</summary>
internal sealed class SearchFlow(LogAdmission admission, EntryWalk walk, ITrailIndex index, EntryMarks marks, LogReadings readings)
{
    // How many entries one page may walk past. The token of a short page tells where to go on.
    private const int MostWalked = 50_000;

    /// <summary>Answers one page.</summary>
    public async Task<Wire.SearchEntriesResponse> RunAsync(Call call, string rpc, Wire.SearchEntriesRequest asked, FieldFaults faults)
    {
        var size = Paging.Size(asked.PageSize, faults);
        var filter = admission.Admit(call, rpc, asked.Reader, asked.Filter, faults);
        var reading = ReadingOf(call, asked);
        var state = await walk.StateAsync(call);
        var range = await BeginAsync(call, filter, state);
        if (!asked.PageToken.IsEmpty)
        {
            range = index.Tokens.Open(asked.PageToken.Span, reading) is { } token
                ? range with { Generation = token.Generation, UpTo = token.UpTo, After = token.After }
                : throw admission.BadToken(call, rpc);
        }

        var response = await PageAsync(call, filter, range, size, reading);
        response.Position = EntryForms.Of(state);
        response.Receipt = await readings.StoreAsync(call, new LogReading(
            EntryKind.LogSearched,
            filter.Reader,
            filter.Child,
            string.Create(CultureInfo.InvariantCulture, $"log-search.v1\nshown {response.Entries.Count}\n"),
            LogCriteria.Of(asked.Filter)));
        return response;
    }

    private async Task<IndexRange> BeginAsync(Call call, EntryFilter filter, IndexState state) => new(
        state.Generation,
        await walk.KeysAsync(call, filter),
        filter.From,
        filter.To,
        state.Newest,
        After: null,
        OldestFirst: false);

    private async Task<Wire.SearchEntriesResponse> PageAsync(Call call, EntryFilter filter, IndexRange range, int size, byte[] reading)
    {
        var response = new Wire.SearchEntriesResponse();
        var shown = new List<MarkedEntry>();
        var walked = 0;
        var last = range.After;
        await foreach (var (entry, matches) in walk.WalkAsync(call, filter, range, call.Cancellation))
        {
            // There is another entry, so that there is another page.
            if (shown.Count == size || walked == MostWalked)
            {
                var token = new IndexToken(range.Generation, range.UpTo, last!.Value);
                response.NextPageToken = UnsafeByteOperations.UnsafeWrap(index.Tokens.Seal(token, reading));
                break;
            }

            walked++;
            last = entry.Place;
            if (matches)
            {
                shown.Add(new MarkedEntry(entry, EntryForms.Of(entry, filter.Reader)));
            }
        }

        await marks.AddAsync(call, shown);
        response.Entries.Add(shown.Select(one => one.Form));

        return response;
    }

    // The party and the filter, not the person nor the page: an absence may be taken over by a colleague.
    private static byte[] ReadingOf(Call call, Wire.SearchEntriesRequest asked)
    {
        var same = new Wire.SearchEntriesRequest
        {
            Reader = new Wire.LogReader { Party = asked.Reader?.Party },
            Filter = asked.Filter ?? new Wire.EntryFilter(),
        };
        return SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes($"search {call.Caller.Organisation}\n"), .. same.ToByteArray()]);
    }
}
