using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.Consent;

/// <summary>Tells a recorder which of the consents it has recorded will end, and when.</summary>
internal sealed class LapsingFlow(
    HolderAdmission admission,
    IWishStore wishes,
    WishForecast forecast,
    WishGathering gathering)
{
    private const int UsualPage = 100;
    private const int LargestPage = 500;
    private const int DaysAhead = 400;

    /// <summary>Looks through a page of what the caller has recorded.</summary>
    public async Task<ListLapsingWishesResponse> ListAsync(
        Call call,
        string rpc,
        ListLapsingWishesRequest asked,
        FieldFaults faults)
    {
        var until = WishDates.Read(asked.UntilDate, "until_date", null, faults);
        if (until < call.LawDate || until > call.LawDate.AddDays(DaysAhead))
        {
            faults.Add("until_date", "must be from today to 400 days ahead");
        }

        var count = Paging.Size(asked.PageSize, faults, UsualPage, LargestPage);
        var after = Paging.After(asked.PageToken, faults);
        var acting = await admission.AdmitAsync(call, rpc, asked.ActingAs, faults, "acting_as");
        var page = await wishes.OpenAsync(WishAdmission.RecorderOf(acting), after, count, call.Cancellation)
            ?? throw gathering.CannotGather(call);
        var response = new ListLapsingWishesResponse();
        foreach (var open in page)
        {
            if (await forecast.EndOfAsync(open, call.LawDate, until, call.Cancellation) is { } end)
            {
                response.Wishes.Add(new LapsingWish
                {
                    Id = WireIds.Of(open.Id),
                    EndsOn = WishDates.Write(end.Day),
                    Becomes = (V1.WishStatus)(int)end.Becomes,
                });
            }
        }

        if (page.Length == count)
        {
            response.NextPageToken = WireIds.Of(page[^1].Id);
        }

        return response;
    }
}
