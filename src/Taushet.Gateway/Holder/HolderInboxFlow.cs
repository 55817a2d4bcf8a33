using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Decisions;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;
using Cell = Taushet.Core.Vocabulary.Cell;
using Outcome = Taushet.Core.Vocabulary.Outcome;
using ReasonCode = Taushet.Core.Vocabulary.ReasonCode;

namespace Taushet.Gateway.Holder;

/// <summary>Shows a holder one request that waits, and takes its answer.</summary>
/// <remarks>
/// INVARIANT: a named employee can give what the law leaves to the holder at that moment, and nothing more.
/// INVARIANT: an answer of a holder and the entry that tells of it are stored together or not at all.
/// </remarks>
internal sealed class HolderInboxFlow(
    HolderAdmission admission,
    InboxFinding finding,
    InboxDeciding deciding,
    CellGrouping grouping)
{
    /// <summary>Reads one request with what the law says of it now.</summary>
    public async Task<GetWaitingRequestResponse> GetAsync(Call call, string rpc, GetWaitingRequestRequest asked, FieldFaults faults)
    {
        var handle = InboxFinding.Handle(asked.Handle, faults);
        StandingDecisionCheck.Employee(asked.ActingPerson, "acting_person", faults);
        var holder = await admission.AdmitAsync(call, rpc, asked.Holder, faults);
        var request = await finding.OfHolderAsync(call, handle, holder);
        var (decided, act) = await deciding.RunAsync(
            call,
            request,
            holder,
            left => new InboxAct(EntryKind.InboxRead, asked.ActingPerson, request.State, left, Reason: string.Empty));
        return new GetWaitingRequestResponse
        {
            Request = InboxForms.Of(request),
            LeftToHolder = { InboxForms.CellsOf(decided.Left) },
            Groups = { grouping.Group(decided.IfAll.Asked, cell => new Saying(decided.IfAll, Refusal: false, Why(decided.IfAll, cell))) },
            Receipt = Releasing.Prove(act.Receipt, act.Pending),
        };
    }

    /// <summary>Takes an answer.</summary>
    public async Task<AnswerWaitingRequestResponse> AnswerAsync(
        Call call, string rpc, AnswerWaitingRequestRequest asked, FieldFaults faults)
    {
        var handle = InboxFinding.Handle(asked.Handle, faults);
        StandingDecisionCheck.Decider(asked.DecidedBy, asked.Reason, faults);
        var cells = Cells(asked, faults);
        var holder = await admission.AdmitAsync(call, rpc, asked.Holder, faults);
        var request = await finding.OfHolderAsync(call, handle, holder);
        if (request.Version != asked.ExpectedVersion || request.Until <= call.Instant || request.State == InboxState.Withdrawn)
        {
            throw Refusals.Conflict(call.RequestId);
        }

        var state = cells.IsEmpty ? InboxState.Refused : InboxState.Given;
        var answer = new HolderAnswer
        {
            Cells = { InboxForms.CellsOf(cells) },
            DecidedBy = asked.DecidedBy,
            Reason = asked.Reason,
            DecidedAt = Timestamp.FromDateTimeOffset(call.Instant),
        };
        var change = new InboxChange(state, call.Instant, answer.ToByteArray());
        var (_, act) = await deciding.RunAsync(
            call,
            request,
            holder,
            left =>
            {
                RequireLeft(call, rpc, asked, left, faults);
                var kind = cells.IsEmpty ? EntryKind.InboxRefused : EntryKind.InboxGiven;
                return new InboxAct(kind, asked.DecidedBy, state, cells, asked.Reason, change);
            });
        return new AnswerWaitingRequestResponse
        {
            Request = InboxForms.Of(request with
            {
                State = state,
                Version = request.Version + 1,
                ChangedAt = call.Instant,
                Answer = change.Answer,
            }),
            Receipt = Releasing.Prove(act.Receipt, act.Pending),
        };
    }

    private void RequireLeft(Call call, string rpc, AnswerWaitingRequestRequest asked, CellSet left, FieldFaults faults)
    {
        for (var place = 0; place < asked.Cells.Count; place++)
        {
            if (!left.Contains((Cell)(int)asked.Cells[place]))
            {
                faults.Add($"cells[{place}]", "is not left to the holder now");
            }
        }

        admission.RefuseMalformed(call, rpc, faults);
    }

    private static CellSet Cells(AnswerWaitingRequestRequest asked, FieldFaults faults)
    {
        if (asked.Cells.Count > 128)
        {
            faults.Add("cells", "may be at most 128");
            return CellSet.Empty;
        }

        var cells = CellSet.Empty;
        for (var place = 0; place < asked.Cells.Count; place++)
        {
            if (Members<Cell>.Has((int)asked.Cells[place]))
            {
                cells |= CellSet.Of((Cell)(int)asked.Cells[place]);
            }
            else
            {
                faults.Add($"cells[{place}]", "must be a member of the vocabulary");
            }
        }

        return cells;
    }

    private static ReasonCode? Why(Decision decision, Cell cell) =>
        decision.ByHand.Contains(cell) ? ReasonCode.ByHand
        : decision.OutcomeOf(cell) is Outcome.Withhold or Outcome.RouteToHuman ? ReasonCode.NotPermitted
        : null;
}
