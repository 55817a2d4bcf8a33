using System.Buffers.Binary;
using Google.Protobuf;
using Taushet.Core.Requests;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.Holder;

/// <summary>Lists what waits for a holder.</summary>
internal sealed class HolderInboxListing(HolderAdmission admission, IInbox inbox, GatewayOptions options)
{
    private const int DefaultPage = 50;
    private const int LargestPage = 200;
    private const int TokenLength = sizeof(long) + WireIds.Length;

    /// <summary>Lists a page.</summary>
    public async Task<ListWaitingRequestsResponse> ListAsync(Call call, string rpc, ListWaitingRequestsRequest asked, FieldFaults faults)
    {
        if (asked.PageSize > LargestPage)
        {
            faults.Add("page_size", "may be at most 200");
        }

        if (asked.PageToken.Length is not (0 or TokenLength))
        {
            faults.Add("page_token", "must be empty or as the page before told it");
        }

        var holder = await admission.AdmitAsync(call, rpc, asked.Holder, faults);
        var count = asked.PageSize == 0 ? DefaultPage : (int)asked.PageSize;
        var page = await inbox.ListAsync(Query(call, holder, asked.PageToken, count + 1), call.Cancellation)
            ?? throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
        var response = new ListWaitingRequestsResponse { Requests = { page.Take(count).Select(InboxForms.Of) } };
        if (page.Length > count)
        {
            response.NextPageToken = Token(page[count - 1]);
        }

        return response;
    }

    private static InboxQuery Query(Call call, PartyRef holder, ByteString token, int count)
    {
        var (after, handle) = token.IsEmpty
            ? (DateTimeOffset.UnixEpoch, Guid.Empty)
            : (Time(BinaryPrimitives.ReadInt64BigEndian(token.Span)), WireIds.Read(token.Span[sizeof(long)..]));
        return new InboxQuery(holder.Organisation, holder.Unit, holder.Service, call.Instant, after, handle, count);
    }

    // A token that was made up must not be out of a clock's range.
    private static DateTimeOffset Time(long micros) => DateTimeOffset.UnixEpoch.AddTicks(
        Math.Clamp(micros, 0, (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond)
        * TimeSpan.TicksPerMicrosecond);

    private static ByteString Token(InboxRequest last)
    {
        var token = new byte[TokenLength];
        BinaryPrimitives.WriteInt64BigEndian(token, (last.AskedAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        last.Handle.TryWriteBytes(token.AsSpan(sizeof(long)), bigEndian: true, out _);
        return UnsafeByteOperations.UnsafeWrap(token);
    }
}
