using System.Data.Common;
using Google.Protobuf.WellKnownTypes;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Control;

/// <summary>Finds the entry that a controller speaks of: one that its party holds.</summary>
internal sealed class EntryFinding(ITrailReader trail, ITrailIndex index, EntryWalk walk, GatewayOptions options)
{
    /// <summary>Reads a place.</summary>
    public static EntryAt Read(Wire.EntryPlace? place, FieldFaults faults)
    {
        if (place is null || place.LogId.Length != WireIds.Length)
        {
            faults.Add("entry.log_id", "must be 16 bytes");
            return default;
        }

        if (place.Index > long.MaxValue)
        {
            faults.Add("entry.index", "is no place in a log");
            return default;
        }

        return new EntryAt(WireIds.Read(place.LogId), (long)place.Index);
    }

    /// <summary>Reads a time that is required.</summary>
    public static DateTimeOffset Time(Timestamp? time, string field, FieldFaults faults)
    {
        if (time is null || time.Seconds is < -62_135_596_800 or > 253_402_300_799 || time.Nanos is < 0 or > 999_999_999)
        {
            faults.Add(field, "must be a time between the years 1 and 9999");
            return default;
        }

        return time.ToDateTimeOffset();
    }

    /// <summary>The entry.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND when there is none, or the party does not hold it.</exception>
    public async Task<StoredEntry> FindAsync(Call call, LogReaderParty reader, EntryAt place)
    {
        var entry = await ReadAsync(call, () => trail.FindAsync(place.Log, place.Index, call.Cancellation));
        return entry is not null && reader.Holds(entry.Public) ? entry : throw Refusals.NotFound(call.RequestId);
    }

    /// <summary>The entry with its sealed part, when it is about a child.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND when it is about another, or the index does not have it yet.</exception>
    public async Task<StoredEntry> OpenAsync(Call call, LogReaderParty reader, StoredEntry entry, SubjectKey child)
    {
        var state = await walk.StateAsync(call);
        var range = new IndexRange(
            state.Generation, [IndexKeys.Request(entry.Public.RequestId)], 0, long.MaxValue, state.Newest, After: null, OldestFirst: false);
        var keys = await ReadAsync(call, () => index.KeysOfAsync(child, call.Cancellation));
        await foreach (var (indexed, _) in walk.WalkAsync(call, new EntryFilter { Reader = reader }, range, call.Cancellation))
        {
            if (indexed.Entry == entry.Entry && keys.Contains(IndexKeys.Subject(indexed.Subject.Span)))
            {
                return (await ReadAsync(call, () => index.OpenAsync([indexed], child, call.Cancellation))).Single();
            }
        }

        throw Refusals.NotFound(call.RequestId);
    }

    /// <summary>Reads, and refuses what cannot be read.</summary>
    public async Task<T> ReadAsync<T>(Call call, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception error) when (error is DbException or IOException)
        {
            throw Refusals.CannotRead(call.RequestId, options.GatewayRetry);
        }
    }
}
