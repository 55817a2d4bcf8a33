using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;
using Service = Taushet.Core.Vocabulary.Service;

namespace Taushet.Gateway.Holder;

/// <summary>Reads standing decisions to their holder.</summary>
internal sealed class StandingDecisionReading(HolderAdmission admission, IStandingDecisions decisions, GatewayOptions options)
{
    /// <summary>Reads one with its history.</summary>
    public async Task<GetStandingDecisionResponse> GetAsync(Call call, string rpc, GetStandingDecisionRequest asked, FieldFaults faults)
    {
        var id = StandingDecisionCheck.Id(asked.Id, faults);
        var holder = await admission.AdmitAsync(call, rpc, asked.Holder, faults);
        var history = await decisions.FindAsync(id, holder.Organisation, call.Cancellation) ?? throw CannotGather(call);
        return history.Versions.IsEmpty || history.Versions[^1].Decision.Holder != holder.Service
            ? throw Refusals.NotFound(call.RequestId)
            : new GetStandingDecisionResponse { Decision = StandingDecisionForms.Of(history) };
    }

    /// <summary>Lists a page.</summary>
    public async Task<ListStandingDecisionsResponse> ListAsync(
        Call call, string rpc, ListStandingDecisionsRequest asked, FieldFaults faults)
    {
        var count = Paging.Size(asked.PageSize, faults);
        var after = Paging.After(asked.PageToken, faults);
        var holder = await admission.AdmitAsync(call, rpc, asked.Holder, faults);
        var query = new StandingDecisionQuery(
            holder.Organisation,
            (Service)(int)asked.Holder.Service,
            asked.InForce ? call.LawDate : null,
            after,
            count + 1);
        var page = await decisions.ListAsync(query, call.Cancellation) ?? throw CannotGather(call);
        var response = new ListStandingDecisionsResponse { Decisions = { page.Take(count).Select(StandingDecisionForms.Of) } };
        if (page.Length > count)
        {
            response.NextPageToken = WireIds.Of(page[count - 1].Decision.Id);
        }

        return response;
    }

    private Grpc.Core.RpcException CannotGather(Call call) => Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
}
