using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Law;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;
using Version = Taushet.Storage.Ports.StandingDecisionVersion;

namespace Taushet.Gateway.Holder;

/// <summary>Records, changes and ends standing decisions.</summary>
/// <remarks>
/// INVARIANT: a version of a standing decision and the entry that tells of it are stored together or not at all.
/// </remarks>
internal sealed class StandingDecisionFlow(
    HolderAdmission admission,
    IStandingDecisions decisions,
    HolderEntries entries,
    RunningLaw law,
    GatewayOptions options)
{
    // Other decisions of the holder that change meanwhile cost a reading each.
    private const int Readings = 3;

    /// <summary>Records a decision.</summary>
    public async Task<RecordStandingDecisionResponse> RecordAsync(
        Call call, string rpc, RecordStandingDecisionRequest asked, FieldFaults faults)
    {
        var id = asked.Id.IsEmpty ? RequestIds.New() : StandingDecisionCheck.Id(asked.Id, faults);
        var (holder, terms) = await AdmitAsync(call, rpc, new Wish(asked.Holder, asked.DecidedBy, asked.Reason), asked.Terms, faults);
        var (version, act) = await NextAsync(call, id, seen: 0, holder, asked.DecidedBy, asked.Reason, _ => (terms, StandingDecisionEvent.Recorded));
        return new RecordStandingDecisionResponse
        {
            Decision = StandingDecisionForms.Of(version),
            Receipt = Releasing.Prove(act.Receipt, act.Pending),
        };
    }

    /// <summary>Decides anew.</summary>
    public async Task<ChangeStandingDecisionResponse> ChangeAsync(
        Call call, string rpc, ChangeStandingDecisionRequest asked, FieldFaults faults)
    {
        var id = StandingDecisionCheck.Id(asked.Id, faults);
        var seen = Seen(asked.ExpectedVersion, faults);
        var (holder, terms) = await AdmitAsync(call, rpc, new Wish(asked.Holder, asked.DecidedBy, asked.Reason), asked.Terms, faults);
        var (version, act) = await NextAsync(call, id, seen, holder, asked.DecidedBy, asked.Reason, _ => (terms, StandingDecisionEvent.Changed));
        return new ChangeStandingDecisionResponse
        {
            Decision = StandingDecisionForms.Of(version),
            Receipt = Releasing.Prove(act.Receipt, act.Pending),
        };
    }

    /// <summary>Ends a decision.</summary>
    public async Task<EndStandingDecisionResponse> EndAsync(
        Call call, string rpc, EndStandingDecisionRequest asked, FieldFaults faults)
    {
        var id = StandingDecisionCheck.Id(asked.Id, faults);
        var seen = Seen(asked.ExpectedVersion, faults);
        StandingDecisionCheck.Decider(asked.DecidedBy, asked.Reason, faults);
        var holder = await admission.AdmitAsync(call, rpc, asked.Holder, faults);
        var yesterday = call.LawDate.AddDays(-1);
        var (version, act) = await NextAsync(
            call,
            id,
            seen,
            holder,
            asked.DecidedBy,
            asked.Reason,
            before => (TermsOf(before) with { To = yesterday }, StandingDecisionEvent.Ended));
        return new EndStandingDecisionResponse
        {
            Decision = StandingDecisionForms.Of(version),
            Receipt = Releasing.Prove(act.Receipt, act.Pending),
        };
    }

    private async Task<(PartyRef Holder, StandingTerms Terms)> AdmitAsync(
        Call call, string rpc, Wish wish, StandingDecisionTerms? terms, FieldFaults faults)
    {
        StandingDecisionCheck.Decider(wish.DecidedBy, wish.Reason, faults);
        if (terms is null)
        {
            faults.Add("terms", "is required");
        }

        var holder = await admission.AdmitAsync(call, rpc, wish.Holder, faults);
        var read = StandingDecisionCheck.Terms(terms, holder, law.Policies, call.LawDate, faults);
        admission.RefuseMalformed(call, rpc, faults);
        return (holder, read);
    }

    private async Task<(Version Version, StoredAct Act)> NextAsync(
        Call call,
        Guid id,
        int seen,
        PartyRef holder,
        ActingPerson employee,
        string reason,
        Func<Version, (StandingTerms Terms, StandingDecisionEvent Event)> decide)
    {
        long? before = null;
        for (var reading = 0; reading < Readings; reading++)
        {
            var history = await decisions.FindAsync(id, holder.Organisation, call.Cancellation) ?? throw CannotGather(call);
            RequireSeen(call, history, seen, holder);
            if (history.Counter == before)
            {
                // Nothing of this holder came first: the id is another organisation's.
                throw Refusals.Conflict(call.RequestId);
            }

            before = history.Counter;
            var (terms, happened) = decide(history.Versions.IsEmpty ? null! : history.Versions[^1]);
            var next = Version(call, id, seen + 1, holder, employee, reason, terms, happened);
            var versions = new FactVersions(Subject: 0, history.Counter, RegistryFresh: false);
            var change = new RegisterChange.OfStandingDecision(next);
            if (await entries.StoreAsync(call, ActOf(next, holder, employee), versions, change) is { } act)
            {
                return (next with { Entry = act.Receipt.Entry }, act);
            }
        }

        throw CannotGather(call);
    }

    private static Version Version(
        Call call,
        Guid id,
        int number,
        PartyRef holder,
        ActingPerson employee,
        string reason,
        StandingTerms terms,
        StandingDecisionEvent happened)
    {
        var fact = new StandingDecisionFact(id, number, terms.Receiver, terms.Purpose, terms.Cells);
        var row = new StandingDecisionRow(id, holder.Organisation, holder.Service, fact, employee.Reference, terms.From, terms.To);
        return new Version(row, happened, employee.Role, reason, call.Instant, Entry: null);
    }

    private static HolderAct ActOf(Version next, PartyRef holder, ActingPerson employee)
    {
        var fact = next.Decision.Fact;
        var kind = next.Event switch
        {
            StandingDecisionEvent.Recorded => EntryKind.StandingDecisionRecorded,
            StandingDecisionEvent.Changed => EntryKind.StandingDecisionChanged,
            StandingDecisionEvent.Ended => EntryKind.StandingDecisionEnded,
        };
        var receiver = new PartyRef(string.Empty, string.Empty, fact.Receiver, Known<Core.Vocabulary.ServiceForm>.Unknown);
        var subject = new SubjectKey(NationalNumber: null, $"standing decision {fact.Id:N}");
        return new HolderAct(kind, holder, receiver, fact.Purpose, subject, employee, StandingDecisionForms.Text(next));
    }

    private static void RequireSeen(Call call, StandingDecisionHistory history, int seen, PartyRef holder)
    {
        if (seen > 0 && (history.Versions.IsEmpty || history.Versions[^1].Decision.Holder != holder.Service))
        {
            throw Refusals.NotFound(call.RequestId);
        }

        var ended = history.Versions is [.., { Event: StandingDecisionEvent.Ended }];
        if (history.Versions.Length != seen || ended)
        {
            throw Refusals.Conflict(call.RequestId);
        }
    }

    private static StandingTerms TermsOf(Version before)
    {
        var fact = before.Decision.Fact;
        return new StandingTerms(fact.Receiver, fact.Purpose, fact.Cells, before.Decision.From, before.Decision.To);
    }

    private static int Seen(uint expected, FieldFaults faults)
    {
        if (expected is 0 or > int.MaxValue - 1)
        {
            faults.Add("expected_version", "is required: the version the caller has seen");
        }

        return (int)(expected & int.MaxValue);
    }

    private Grpc.Core.RpcException CannotGather(Call call) => Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);

    private readonly record struct Wish(Party? Holder, ActingPerson? DecidedBy, string Reason);
}
