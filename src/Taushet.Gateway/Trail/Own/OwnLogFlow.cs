using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Trail.OwnView;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Law;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Own;

/// <summary>The person's own view of the log, one page at a time.</summary>
/// <remarks>A page is filled whatever is hidden between its lines: a short page would tell of a gap.</remarks>
internal sealed class OwnLogFlow(
    OwnLogAdmission admission,
    ITrailIndex index,
    RunningLaw law,
    LogViewPolicy policy,
    LogReadings readings,
    LineText lines,
    EntryProofs proofs,
    ILogControl control,
    GatewayOptions options)
{
    private const int Chunk = 64;
    private const int LargestPage = 100;

    // The law may have been loaded anew since the last call.
    private LogViewFilter Filter => new(law.Policies, policy);

    /// <summary>Answers one page.</summary>
    public async Task<Wire.ListAccessesToMeResponse> RunAsync(
        Call call, string rpc, Wire.ListAccessesToMeRequest asked, FieldFaults faults)
    {
        var size = Paging.Size(asked.PageSize, faults, largest: LargestPage);
        var reading = await admission.AdmitAsync(call, rpc, asked, faults);
        var identity = IdentityOf(reading);
        var range = await BeginAsync(call, reading.Child);
        if (!asked.PageToken.IsEmpty)
        {
            range = index.Tokens.Open(asked.PageToken.Span, identity) is { } token
                ? range with { Generation = token.Generation, UpTo = token.UpTo, After = token.After }
                : throw BadToken(call);
        }

        var shown = await ReadAsync(call, () => ShownAsync(call, reading, range, size + 1));
        var response = new Wire.ListAccessesToMeResponse();
        var flagged = await ReadAsync(call, () => control.FlaggedAsync([.. shown.Select(At)], call.Cancellation));
        foreach (var entry in shown.Take(size))
        {
            response.Lines.Add(await LineAsync(call, entry, flagged.Contains(At(entry)), asked.WithProofs));
        }

        if (shown.Count > size)
        {
            var token = new IndexToken(range.Generation, range.UpTo, shown[size - 1].Place);
            response.NextPageToken = UnsafeByteOperations.UnsafeWrap(index.Tokens.Seal(token, identity));
        }

        response.Receipt = await StoreAsync(call, reading, response.Lines.Count);
        return response;
    }

    private Task<Wire.Receipt> StoreAsync(Call call, OwnLogReading reading, int shown)
    {
        var party = new PartyRef(string.Empty, string.Empty, reading.Viewer.Capacity, Known<ServiceForm>.Unknown);
        var record = string.Create(CultureInfo.InvariantCulture, $"own-log.v1\nshown {shown}\n");
        var reader = new LogReaderParty(party, $"{call.Caller.Person?.Reference}\n{Codes<Service>.Of(reading.Viewer.Capacity)}", string.Empty);
        return readings.StoreAsync(call, new LogReading(EntryKind.OwnLogRead, reader, reading.Child, record, string.Empty));
    }

    private async Task<IndexRange> BeginAsync(Call call, SubjectKey child)
    {
        var state = await ReadAsync(call, () => index.StateAsync(call.Cancellation));
        var keys = await ReadAsync(call, () => index.KeysOfAsync(child, call.Cancellation));
        return new IndexRange(state.Generation, keys, 0, long.MaxValue, state.Newest, After: null, OldestFirst: false);
    }

    private async Task<List<IndexedEntry>> ShownAsync(Call call, OwnLogReading reading, IndexRange range, int most)
    {
        var shown = new List<IndexedEntry>();
        var registers = new Dictionary<PartyRef, Facts>();
        while (shown.Count < most && !range.Keys.IsEmpty)
        {
            var chunk = await index.ReadAsync(range, Chunk, call.Cancellation);
            shown.AddRange(await UndelayedAsync(call, [.. await FilterAsync(call, reading, chunk, registers)]));
            if (chunk.Count < Chunk)
            {
                break;
            }

            range = range with { After = chunk[^1].Place };
        }

        return [.. shown.Take(most)];
    }

    private async Task<IEnumerable<IndexedEntry>> FilterAsync(
        Call call, OwnLogReading reading, IReadOnlyList<IndexedEntry> chunk, Dictionary<PartyRef, Facts> registers)
    {
        var viewer = reading.Viewer;
        if (viewer.IsChild)
        {
            var moment = new LogViewMoment(Micros(call), call.LawDate, _ => Facts.None);
            return chunk.Where(entry => entry.Public.Kind is not (EntryKind.OwnLogRead or EntryKind.UnlawfulFlagged) && Filter.Shows(entry.Public, snapshot: null, viewer, moment));
        }

        if (!viewer.IsParent)
        {
            return [];
        }

        // Only what a parent can see at all is opened.
        var requests = chunk.Where(entry => entry.Public.Kind == EntryKind.Request).ToList();
        var opened = await index.OpenAsync(requests, reading.Child, call.Cancellation);
        foreach (var party in opened.SelectMany(entry => (PartyRef[])[entry.Public.Holder, entry.Public.Receiver]).Distinct())
        {
            registers.TryAdd(party, await admission.FactsAsync(call, reading.Child.NationalNumber!, party, viewer.Capacity));
        }

        var now = new LogViewMoment(Micros(call), call.LawDate, party => registers[party]);
        return requests.Zip(opened)
            .Where(pair => Filter.Shows(pair.Second.Public, EntrySnapshot.Of(pair.Second.Sealed), viewer, now))
            .Select(pair => pair.First);
    }

    // What its holder has delayed leaves no gap either.
    private async Task<IEnumerable<IndexedEntry>> UndelayedAsync(Call call, IReadOnlyCollection<IndexedEntry> entries)
    {
        var delayed = await control.DelayedAsync([.. entries.Select(At)], call.Instant, call.Cancellation);
        return entries.Where(entry => !delayed.Contains(At(entry)));
    }

    private static EntryAt At(IndexedEntry entry) => new(entry.Log, entry.Index);

    private async Task<Wire.AccessLine> LineAsync(Call call, IndexedEntry entry, bool unlawful, bool withProof)
    {
        var line = await lines.OfAsync(entry, call.LawDate, Filter, call.Cancellation);
        if (unlawful)
        {
            line.Unlawful = true;
            line.Text += " Den som har opplysningene, har kommet til at dette var urettmessig.";
        }

        if (withProof)
        {
            line.Proof = await proofs.OfAsync(call, entry.Log, entry.Index, entry.Entry);
        }

        return line;
    }

    private static long Micros(Call call) => (call.Instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static byte[] IdentityOf(OwnLogReading reading) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"own {reading.Caller} {reading.Child.NationalNumber}"));

    private static Grpc.Core.RpcException BadToken(Call call)
    {
        var faults = new FieldFaults();
        faults.Add("page_token", "must be empty or as the page before told it, with the same caller and child");
        return Refusals.Malformed(call.RequestId, faults);
    }

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
        catch (Exception error) when (error is DbException or IOException or StoredValueException)
        {
            throw Refusals.CannotRead(call.RequestId, options.GatewayRetry);
        }
    }
}
