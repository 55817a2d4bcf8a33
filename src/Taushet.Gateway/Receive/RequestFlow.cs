using Taushet.Core.Decisions;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Decide;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Fetch;
using Taushet.Gateway.Label;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Gateway.Release;
using Taushet.V1;
using Flow = Taushet.Core.Vocabulary.Flow;
using ReasonCode = Taushet.Core.Vocabulary.ReasonCode;

namespace Taushet.Gateway.Receive;

/// <summary>A request for information, from top to bottom.</summary>
internal sealed class RequestFlow(
    Admission admission,
    Deciding deciding,
    Fetching fetching,
    CellGrouping grouping,
    GatewayOptions options,
    ILogger<RequestFlow> logger)
{
    /// <summary>Answers one request.</summary>
    public async Task<RequestInformationResponse> RunAsync(Call call, string rpc, RequestInformationRequest asked, FieldFaults faults)
    {
        var accepted = await admission.AdmitAsync(call, rpc, asked.Inquiry, Flow.Pull, CellSet.Empty, faults, releases: true);
        var (receipt, pending) = await deciding.RunAsync(
            call,
            accepted,
            EntryKind.Request,
            withFacts: true,
            verdict => PrepareAsync(call, accepted, verdict));
        if (pending.OwesByHand)
        {
            logger.OwedByHand(call.RequestId, accepted.Request.Holder.Organisation);
        }

        return Releasing.Open(receipt, pending, call, accepted);
    }

    private async ValueTask<Pending> PrepareAsync(Call call, Accepted accepted, Verdict verdict)
    {
        var fetched = await fetching.FetchAsync(call, accepted, verdict.WithFacts);
        var narrowed = BuildUp.Of(fetched.Information, new Permission(accepted.Request, verdict.WithFacts));
        var dropped = narrowed.Unasked + fetched.UnknownFields;
        if (dropped > 0)
        {
            logger.SourceTooGenerous(call.RequestId, accepted.Request.Holder.Organisation, dropped);
        }

        return new Pending(
            Groups(accepted, verdict, narrowed.Present, fetched.NotNow),
            narrowed.Information,
            narrowed.Present,
            new HolderPart(
                DecisionText.Write(verdict.WithFacts),
                fetched.Result != SourceResult.None,
                Text(fetched.Result),
                dropped))
        {
            OwesByHand = !verdict.WithFacts.ByHand.IsEmpty,
        };
    }

    private List<CellGroup> Groups(Accepted accepted, Verdict verdict, CellSet present, bool notNow)
    {
        var given = new Saying(verdict.WithFacts, Refusal: false, Reason: null);
        var later = new Saying(verdict.WithFacts, Refusal: false, ReasonCode.NotNow, options.SourceRetry);
        var byHand = new Saying(verdict.WithFacts, Refusal: false, ReasonCode.ByHand);
        var refused = new Saying(verdict.WithoutFacts, Refusal: true, ReasonCode.NotPermitted);
        var permittedNotNow = notNow ? verdict.WithFacts.Released : CellSet.Empty;

        // INVARIANT: which cells a refusal speaks of depends on the request alone. What is owed by hand is no refusal: the
        // receiver is told to take it by telephone, unless the child is under a blanket shield.
        var owedByHand = verdict.WithFacts.ByHandTold;
        var cells = accepted.Request.Needs.All | verdict.WithoutFacts.Asked | present | permittedNotNow | owedByHand;
        return grouping.Group(
            cells,
            cell => present.Contains(cell) ? given
                : permittedNotNow.Contains(cell) ? later
                : owedByHand.Contains(cell) ? byHand
                : refused);
    }

    private static string Text(SourceResult result) => result switch
    {
        SourceResult.None => "none",
        SourceResult.Ok => "ok",
        SourceResult.Timeout => "timeout",
        SourceResult.Error => "error",
    };
}
