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
    /// <summary>Lists a page.</summary>
    public async Task<ListWaitingRequestsResponse> ListAsync(Call call, string rpc, ListWaitingRequestsRequest asked, FieldFaults faults)
    {
        var count = Paging.Size(asked.PageSize, faults);
        var (after, handle) = Paging.AfterPlace(asked.PageToken, faults);
        var holder = await admission.AdmitAsync(call, rpc, asked.Holder, faults);
        var query = new InboxQuery(
            holder.Organisation, holder.Unit, holder.Service, call.Instant, after, handle, count + 1);
        var page = await inbox.ListAsync(query, call.Cancellation)
            ?? throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
        var response = new ListWaitingRequestsResponse { Requests = { page.Take(count).Select(InboxForms.Of) } };
        if (page.Length > count)
        {
            response.NextPageToken = PlaceToken.Of(page[count - 1].AskedAt, page[count - 1].Handle);
        }

        return response;
    }
}
