using System.Data.Common;
using Google.Protobuf;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail;

/// <summary>Proves that entries stand in their logs, against the newest checkpoint.</summary>
internal sealed class EntryProofs(ITrailReader trail, GatewayOptions options)
{
    /// <summary>A receipt without what is the receiver's alone.</summary>
    public async Task<Wire.Receipt> OfAsync(Call call, Guid log, long index, Guid id) =>
        await OfAsync(call, await trail.FindAsync(log, index, call.Cancellation) is { } entry && entry.Entry == id
            ? entry
            : throw Refusals.CannotRead(call.RequestId, options.GatewayRetry));

    /// <summary>A receipt without what is the receiver's alone.</summary>
    public async Task<Wire.Receipt> OfAsync(Call call, StoredEntry entry)
    {
        try
        {
            var newest = await trail.NewestCheckpointAsync(entry.Log, call.Cancellation)
                ?? throw Refusals.CannotRead(call.RequestId, options.GatewayRetry);
            var proof = await trail.InclusionProofAsync(entry.Log, entry.Index, newest.Size, call.Cancellation);
            return new Wire.Receipt
            {
                LogId = WireIds.Of(entry.Log),
                EntryId = WireIds.Of(entry.Entry),
                Index = (ulong)entry.Index,
                LeafHash = ByteString.CopyFrom(entry.LeafHash.Span),
                TreeSize = (ulong)newest.Size,
                InclusionProof = { proof.Select(hash => ByteString.CopyFrom(hash.Span)) },
                Checkpoint = new Wire.Checkpoint
                {
                    LogId = WireIds.Of(entry.Log),
                    TreeSize = (ulong)newest.Size,
                    Note = newest.Note,
                },
            };
        }
        catch (Exception error) when (error is DbException or IOException or ArgumentOutOfRangeException)
        {
            throw Refusals.CannotRead(call.RequestId, options.GatewayRetry);
        }
    }
}
