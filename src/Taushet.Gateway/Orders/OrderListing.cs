using Taushet.Gateway.Disclose;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.Orders;

/// <summary>Lists orders to their parties.</summary>
internal sealed class OrderListing(HolderAdmission admission, IOrders orders, GatewayOptions options)
{
    /// <summary>Lists a page.</summary>
    public async Task<ListOrdersResponse> ListAsync(Call call, string rpc, ListOrdersRequest asked, FieldFaults faults)
    {
        var count = Paging.Size(asked.PageSize, faults);
        var after = Paging.After(asked.PageToken, faults);
        await admission.AdmitAsync(call, rpc, asked.Party, faults, "party");
        var query = new OrderQuery(
            PartyForms.AddressOf(asked.Party),
            AsIssuer: !asked.Addressed,
            asked.InForce ? call.LawDate : null,
            asked.ToInform,
            after,
            count + 1);
        var page = await orders.ListAsync(query, call.Cancellation)
            ?? throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
        var response = new ListOrdersResponse { Orders = { page.Take(count).Select(order => OrderForms.Of(order, !asked.Addressed)) } };
        if (page.Length > count)
        {
            response.NextPageToken = WireIds.Of(page[count - 1].Row.Id);
        }

        return response;
    }
}
