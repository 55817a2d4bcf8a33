using Taushet.Gateway.Disclose;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.ByHand;

/// <summary>Lists a holder's tasks.</summary>
internal sealed class HandTaskListing(HolderAdmission admission, IHandTasks tasks, HandContacts contacts, GatewayOptions options)
{
    /// <summary>Lists a page.</summary>
    public async Task<ListHandTasksResponse> ListAsync(Call call, string rpc, ListHandTasksRequest asked, FieldFaults faults)
    {
        var count = Paging.Size(asked.PageSize, faults);
        var (after, id) = Paging.AfterPlace(asked.PageToken, faults);
        await admission.AdmitAsync(call, rpc, asked.Holder, faults);
        var query = new HandTaskQuery(
            PartyForms.AddressOf(asked.Holder),
            Open: !asked.IncludeEnded || asked.Overdue,
            asked.Overdue ? call.Instant : DateTimeOffset.MaxValue,
            after,
            id,
            count + 1);
        var page = await tasks.ListAsync(query, call.Cancellation)
            ?? throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
        var response = new ListHandTasksResponse();
        foreach (var task in page.Take(count))
        {
            var contact = await contacts.OfAsync(PartyForms.Of(task.Row.Receiver), call);
            response.Tasks.Add(HandTaskForms.Of(task, contact, call.Instant));
        }

        if (page.Length > count)
        {
            response.NextPageToken = PlaceToken.Of(page[count - 1].Row.DueAt, page[count - 1].Row.Id);
        }

        return response;
    }
}
