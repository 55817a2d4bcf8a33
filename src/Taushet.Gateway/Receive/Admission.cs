using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Decide;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Receive;

/// <summary>Lets a call in: well-formed, made by the party it names, which is registered.</summary>
internal sealed class Admission(
    Standing standing,
    GatewayOptions options,
    PersonNumbers numbers,
    Attempts attempts,
    DeniedEntry denied)
{
    private static readonly TimeSpan AttestSkew = TimeSpan.FromSeconds(5);

    /// <summary>Admits a call or refuses it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="rpc">The rpc's full name, for counting attempts.</param>
    /// <param name="inquiry">As it came; may be null.</param>
    /// <param name="flow">Who moves first.</param>
    /// <param name="content">The cells of brought content.</param>
    /// <param name="faults">Violations found so far in the rest of the call.</param>
    /// <param name="releases">Whether the answer gives, or tells what would be given: then a pull needs a proven person for some fields.</param>
    /// <param name="byHolder">Whether the holder calls whatever the flow: to be told of its own decisions.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, PERMISSION_DENIED, or UNAVAILABLE when the register cannot be read.</exception>
    public async ValueTask<Accepted> AdmitAsync(
        Call call,
        string rpc,
        Wire.Inquiry? inquiry,
        Flow flow,
        CellSet content,
        FieldFaults faults,
        bool releases = false,
        bool byHolder = false)
    {
        InquiryCheck.Check(inquiry, flow, numbers, faults);
        RefuseMalformed(call, rpc, faults);
        var callerIsHolder = byHolder || flow != Flow.Pull;
        call.DutyPush = flow == Flow.Push && Accept(call, inquiry!, flow, content, receiver: null, holder: null).DutyPush;
        var asker = await FindAsync(call, callerIsHolder ? inquiry!.Holder : inquiry!.Receiver, own: true);
        var other = await FindAsync(call, callerIsHolder ? inquiry.Receiver : inquiry.Holder);
        var own = callerIsHolder ? inquiry.Holder : inquiry.Receiver;
        var holder = callerIsHolder ? asker : other;
        var accepted = Accept(call, inquiry, flow, content, callerIsHolder ? other : asker, holder);

        if (own.OrganisationNumber != call.Caller.Organisation || asker is null)
        {
            attempts.Note(AttemptKind.NotAllowed, rpc);
            await denied.StoreAsync(call, accepted);
            throw Refusals.NotAllowed(call.RequestId);
        }

        await RefuseOtherAsync(call, rpc, accepted, own);
        if (releases)
        {
            await RefuseUnprovenAsync(call, rpc, accepted);
        }

        if (holder is null)
        {
            faults.Add("inquiry.holder", "has not registered this service");
            RefuseMalformed(call, rpc, faults);
        }

        return accepted;
    }

    // INVARIANT: a token that names a child or a unit opens nothing for another.
    private async Task RefuseOtherAsync(Call call, string rpc, Accepted accepted, Wire.Party own)
    {
        var caller = call.Caller;
        var child = accepted.Inquiry.Child.NationalNumber;
        var ofUnit = caller.Unit.Length == 0 || caller.Unit == own.UnitNumber;
        var ofChild = caller.OnlyChild is null || caller.OnlyChild == child;
        var attested = accepted.CallerIsHolder || caller.Attest is null || caller.Attest.Covers(child, call.Instant, AttestSkew);
        if (!ofUnit || !ofChild || !attested)
        {
            attempts.Note(AttemptKind.NotAllowed, rpc);
            await denied.StoreAsync(call, accepted);
            throw Refusals.TokenForOther(call.RequestId);
        }
    }

    private async Task RefuseUnprovenAsync(Call call, string rpc, Accepted accepted)
    {
        if (accepted.CallerIsHolder
            || Accountable.FieldsInNeedOfProof(accepted.Inquiry, call.Caller, options) is not { Count: > 0 } fields)
        {
            return;
        }

        attempts.Note(AttemptKind.NotAllowed, rpc);
        await denied.StoreAsync(call, accepted);
        var faults = new FieldFaults();
        foreach (var field in fields)
        {
            faults.Add(field, "needs a proven person");
        }

        throw Refusals.PersonNotProven(call.RequestId, faults);
    }

    /// <summary>Reads a pull that was let in before, with the parties as they are registered now.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE when the register cannot be read.</exception>
    public async ValueTask<Accepted> RestoreAsync(Call call, Wire.Inquiry inquiry)
    {
        var receiver = await FindAsync(call, inquiry.Receiver);
        var holder = await FindAsync(call, inquiry.Holder);
        return Accept(call, inquiry, Flow.Pull, CellSet.Empty, receiver, holder);
    }

    /// <summary>Refuses a call in which a violation was found.</summary>
    public void RefuseMalformed(Call call, string rpc, FieldFaults faults)
    {
        if (faults.Any)
        {
            attempts.Note(AttemptKind.Malformed, rpc);
            throw Refusals.Malformed(call.RequestId, faults);
        }
    }

    /// <summary>Reads an inquiry with the parties as they are registered.</summary>
    public static Accepted Accept(
        Call call,
        Wire.Inquiry inquiry,
        Flow flow,
        CellSet content,
        Participant? receiver,
        Participant? holder)
    {
        var parties = new Parties(Party(inquiry.Receiver, receiver), Party(inquiry.Holder, holder));
        return new Accepted(
            inquiry,
            RequestMapping.Map(inquiry, flow, parties, content, call.LawDate),
            RequestMapping.Subject(inquiry, call.RequestId),
            holder?.SourceAddress,
            CallerIsHolder: flow != Flow.Pull);
    }

    private static PartyRef Party(Wire.Party party, Participant? registered) => new(
        party.OrganisationNumber,
        party.UnitNumber,
        (Service)(int)party.Service,
        registered is null ? Known<ServiceForm>.Unknown : registered.Form);

    private async ValueTask<Participant?> FindAsync(Call call, Wire.Party party, bool own = false)
    {
        if (PartyCheck.IsNoService((Service)(int)party.Service))
        {
            return null;
        }

        var lookup = own
            ? await standing.FindOwnAsync(call.Caller, party, call.LawDate, call.Cancellation)
            : await standing.FindAsync(party, call.LawDate, call.Cancellation);
        return lookup.Available
            ? lookup.Participant
            : throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, call.DutyPush);
    }
}
