using Taushet.Core.Decisions;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Gather;
using Taushet.Gateway.Law;
using Taushet.Gateway.Options;
using Taushet.Gateway.Orders;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Holder;

/// <summary>Decides a waiting request anew for its holder, with the facts of the moment, and stores the entry of what is done with it.</summary>
internal sealed class InboxDeciding(
    Admission admission,
    FactReading gather,
    OrderReading orders,
    RunningLaw law,
    HolderEntries entries,
    InboxFinding finding,
    GatewayOptions options)
{
    private const int Decisions = 3;

    /// <summary>Decides and stores; decides again when a fact changed before the entry was stored.</summary>
    /// <param name="call">The holder's call.</param>
    /// <param name="request">The request.</param>
    /// <param name="holder">The holder.</param>
    /// <param name="act">What is done, given what is left to the holder. May refuse.</param>
    public async Task<(Decided Decided, StoredAct Act)> RunAsync(
        Call call, InboxRequest request, PartyRef holder, Func<CellSet, InboxAct> act)
    {
        var accepted = await admission.RestoreAsync(call, InboxForms.InquiryOf(request));
        for (var attempt = 0; attempt < Decisions; attempt++)
        {
            var gathered = await gather.ReadAsync(call, accepted);
            var asked = await orders.ReadAsync(call, accepted);
            var decided = Decide(asked.Request, gathered.Facts, request.Handle);
            var done = act(decided.Left);
            var entry = ActOf(done, request, accepted, holder, decided.IfAll);
            if (await entries.StoreAsync(call, entry, gathered.Versions, ChangeOf(done, request)) is { } stored)
            {
                return (decided, stored);
            }

            if (done.Change is not null && (await finding.OfHolderAsync(call, request.Handle, holder)).Version != request.Version)
            {
                throw Refusals.Conflict(call.RequestId);
            }
        }

        throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
    }

    /// <summary>The facts as they are once the holder has decided to give these cells to this request.</summary>
    public static Facts With(Facts facts, Request request, Guid handle, int version, CellSet cells)
    {
        var decision = new StandingDecisionFact(handle, version, request.Receiver.Service, request.Purpose.Value, cells);
        return facts with { StandingDecisions = facts.StandingDecisions.Or([]).Add(decision) };
    }

    private Decided Decide(Request request, Facts facts, Guid handle)
    {
        var now = Decider.Decide(request, facts, law.Policies);
        var left = (now.HolderMayGive - now.HolderDecided) & request.Needs.All;
        return new Decided(left, Decider.Decide(request, With(facts, request, handle, version: 0, left), law.Policies));
    }

    private static RegisterChange? ChangeOf(InboxAct done, InboxRequest request) =>
        done.Change is { } change ? new RegisterChange.OfInbox(request, change) : null;

    // INVARIANT: what the holder does with a request is no business of who asked: its entry names the holder alone.
    private static HolderAct ActOf(InboxAct done, InboxRequest request, Accepted accepted, PartyRef holder, Decision decision) => new(
        done.Kind,
        holder,
        Receiver: holder,
        accepted.Request.Purpose,
        accepted.Subject,
        done.Employee,
        InboxForms.Text(request, done.State, done.Cells, done.Reason, decision));
}

/// <summary>What the law says of a waiting request now.</summary>
/// <param name="Left">What is left to the holder and undecided.</param>
/// <param name="IfAll">The decision as it would be if the holder gave all of that.</param>
internal sealed record Decided(CellSet Left, Decision IfAll);

/// <summary>What a holder's employee does with a waiting request.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Employee">Who does it.</param>
/// <param name="State">Where the request then stands.</param>
/// <param name="Cells">The cells it is about.</param>
/// <param name="Reason">Why.</param>
/// <param name="Change">What the request becomes by it; null when it is only looked at.</param>
internal sealed record InboxAct(
    EntryKind Kind, Wire.ActingPerson Employee, InboxState State, CellSet Cells, string Reason, InboxChange? Change = null);
