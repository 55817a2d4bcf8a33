using Grpc.Core;
using Taushet.Core.Trail;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail;

/// <summary>A stream of everything that a search would find.</summary>
internal sealed class ExportFlow(LogAdmission admission, EntryWalk walk, EntryMarks marks, LogReadings readings, TimeProvider clock)
{
    private const int Most = 256;

    // A reader that finds little is told how far the walk has come.
    private const int Often = 20_000;

    /// <summary>Answers the stream.</summary>
    public async Task RunAsync(
        Call call, string rpc, Wire.ExportEntriesRequest asked, IServerStreamWriter<Wire.ExportEntriesResponse> stream)
    {
        var filter = admission.Admit(call, rpc, asked.Reader, asked.Filter, new FieldFaults());
        var state = await walk.StateAsync(call);
        var keys = await walk.KeysAsync(call, filter);
        var range = new IndexRange(state.Generation, keys, filter.From, filter.To, state.Newest, After: null, OldestFirst: true);
        var receipt = await readings.StoreAsync(call, new LogReading(
            EntryKind.LogExported, filter.Reader, filter.Child, "log-export.v1\n", LogCriteria.Of(asked.Filter)));
        await stream.WriteAsync(
            new Wire.ExportEntriesResponse { Position = EntryForms.Of(state), Receipt = receipt },
            call.Cancellation);
        await StreamAsync(call, filter, range, stream);
    }

    private async Task StreamAsync(
        Call call, EntryFilter filter, IndexRange range, IServerStreamWriter<Wire.ExportEntriesResponse> stream)
    {
        var part = new List<MarkedEntry>();
        var examined = 0UL;
        var told = 0UL;
        await foreach (var (entry, matches) in walk.WalkAsync(call, filter, range, call.Cancellation))
        {
            examined++;
            if (matches)
            {
                part.Add(new MarkedEntry(entry, EntryForms.Of(entry, filter.Reader)));
            }

            if (part.Count == Most || examined - told == Often)
            {
                told = examined;
                await WriteAsync(call, part, examined, stream);
            }
        }

        if (part.Count > 0 || examined > told)
        {
            await WriteAsync(call, part, examined, stream);
        }
    }

    private async Task WriteAsync(
        Call call, List<MarkedEntry> part, ulong examined, IServerStreamWriter<Wire.ExportEntriesResponse> stream)
    {
        await marks.AddAsync(call, part);
        var response = new Wire.ExportEntriesResponse { Examined = examined, Entries = { part.Select(one => one.Form) } };
        part.Clear();

        // INVARIANT: nothing of the log is sent after the token's expiry, however long the stream runs.
        StreamToken.Require(call, clock);
        await stream.WriteAsync(response, call.Cancellation);
    }
}
