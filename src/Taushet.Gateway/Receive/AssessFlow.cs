using Taushet.Core.Decisions;
using Taushet.Core.Trail;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Decide;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Label;
using Taushet.Gateway.Release;
using Taushet.V1;
using Cell = Taushet.Core.Vocabulary.Cell;
using Flow = Taushet.Core.Vocabulary.Flow;
using Outcome = Taushet.Core.Vocabulary.Outcome;
using ReasonCode = Taushet.Core.Vocabulary.ReasonCode;

namespace Taushet.Gateway.Receive;

/// <summary>An assessment: what the law says of a pull, a push or a question, without delivery.</summary>
internal sealed class AssessFlow(Admission admission, Deciding deciding, CellGrouping grouping)
{
    /// <summary>Answers one assessment.</summary>
    public async Task<AssessResponse> RunAsync(Call call, string rpc, AssessRequest asked, FieldFaults faults)
    {
        var flow = Check(asked, faults);
        var content = ContentWalk.CellsOf(asked.Content);
        var accepted = await admission.AdmitAsync(call, rpc, asked.Inquiry, flow, content, faults, releases: true);
        var (receipt, pending) = await deciding.RunAsync(
            call,
            accepted,
            EntryKind.Assess,
            withFacts: true,
            verdict => ValueTask.FromResult(accepted.CallerIsHolder
                ? ForHolder(accepted, verdict.WithFacts, asked.Content)
                : ForAsker(accepted, verdict)));
        return Releasing.OpenAssessment(receipt, pending, call, accepted);
    }

    private static Flow Check(AssessRequest asked, FieldFaults faults)
    {
        if (!Members<Flow>.Has((int)asked.Flow))
        {
            faults.Add("flow", "is required and must be a member of the vocabulary");
            return Flow.Pull;
        }

        var flow = (Flow)(int)asked.Flow;
        if (flow == Flow.Pull && asked.Content is not null)
        {
            faults.Add("content", "must be absent in a pull");
        }

        return flow;
    }

    /// <summary>The asker learns what a request would permit, and of the rest what a refusal says.</summary>
    private Pending ForAsker(Accepted accepted, Verdict verdict)
    {
        var permitted = verdict.WithFacts.Released;
        var given = new Saying(verdict.WithFacts, Refusal: false, Reason: null);
        var owedByHand = verdict.WithFacts.ByHandTold;
        var byHand = new Saying(verdict.WithFacts, Refusal: false, ReasonCode.ByHand);
        var refused = new Saying(verdict.WithoutFacts, Refusal: true, ReasonCode.NotPermitted);
        var groups = grouping.Group(
            accepted.Request.Needs.All | verdict.WithoutFacts.Asked | permitted | owedByHand,
            cell => permitted.Contains(cell) ? given : owedByHand.Contains(cell) ? byHand : refused);
        return new Pending(groups, information: null, permitted, Holder(verdict.WithFacts));
    }

    /// <summary>The holder learns the true outcome: the facts are its own to act on.</summary>
    private Pending ForHolder(Accepted accepted, Decision decision, ChildInformation? content)
    {
        var groups = grouping.Group(decision.Asked, cell => new Saying(decision, Refusal: false, Why(decision, cell)));
        return new Pending(groups, information: null, decision.Released, Holder(decision))
        {
            Fields = ContentWalk.Outcomes(content, new Permission(accepted.Request, decision), decision),
        };
    }

    /// <summary>Why a cell is not delivered by the gateway, told to its holder; null when it is.</summary>
    public static ReasonCode? Why(Decision decision, Cell cell) =>
        decision.ByHand.Contains(cell) ? ReasonCode.ByHand
        : decision.OutcomeOf(cell) is Outcome.Withhold or Outcome.RouteToHuman ? ReasonCode.NotPermitted
        : null;

    private static HolderPart Holder(Decision decision) =>
        new(DecisionText.Write(decision), SourceCalled: false, "none", Dropped: 0);
}
