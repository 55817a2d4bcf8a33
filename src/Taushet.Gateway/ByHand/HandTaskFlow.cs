using Google.Protobuf;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Gateway.Disclose;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.ByHand;

/// <summary>Reads and ends tasks. A task ends with its entry, in one transaction.</summary>
internal sealed class HandTaskFlow(
    HolderAdmission admission, IHandTasks tasks, HolderEntries entries, HandContacts contacts, GatewayOptions options)
{
    /// <summary>Reads one with whom it is about.</summary>
    public async Task<GetHandTaskResponse> GetAsync(Call call, string rpc, GetHandTaskRequest asked, FieldFaults faults)
    {
        StandingDecisionCheck.Employee(asked.ActingPerson, "acting_person", faults);
        var (holder, task) = await FindAsync(call, rpc, asked.Holder, asked.Id, faults);
        var act = ActOf(EntryKind.HandTaskRead, holder, holder, task, asked.ActingPerson, "read", string.Empty);
        var stored = await entries.StoreAsync(call, act, FactVersions.NotRead) ?? throw CannotGather(call);
        return new GetHandTaskResponse
        {
            Task = await FormAsync(call, task),
            Child = HandTaskForms.ChildOf(task),
            Receipt = Releasing.Prove(stored.Receipt, stored.Pending),
        };
    }

    /// <summary>Ends one.</summary>
    public async Task<CloseHandTaskResponse> CloseAsync(Call call, string rpc, CloseHandTaskRequest asked, FieldFaults faults)
    {
        HandTaskCheck.End(asked.End, call.Instant, faults);
        var (holder, task) = await FindAsync(call, rpc, asked.Holder, asked.Id, faults);
        if (task.Closing is not null)
        {
            throw Refusals.Conflict(call.RequestId);
        }

        if (asked.End.At.ToDateTimeOffset() < task.Row.OpenedAt)
        {
            faults.Add("end.at", "must not be before the task was opened");
            admission.RefuseMalformed(call, rpc, faults);
        }

        var given = asked.End.Result == HandTaskResult.Given;
        var outcome = given ? HandTaskOutcome.Given : HandTaskOutcome.NotOwed;
        var receiver = given
            ? new PartyRef(task.Row.Receiver.Organisation, task.Row.Receiver.Unit, task.Row.Receiver.Service, Known<Core.Vocabulary.ServiceForm>.Unknown)
            : holder;
        var act = ActOf(
            given ? EntryKind.HandTaskGiven : EntryKind.HandTaskNotOwed,
            holder, receiver, task, asked.End.By, given ? "given" : "not owed", asked.End.Reason);
        var closing = new HandTaskClosing(outcome, asked.End.At.ToDateTimeOffset(), call.Instant, HandTaskForms.Content(asked.End));
        var change = new RegisterChange.OfHandTaskClosing(task.Row.Id, task.Row.Holder.Organisation, closing);
        var stored = await entries.StoreAsync(call, act, FactVersions.NotRead, change) ?? throw Refusals.Conflict(call.RequestId);
        return new CloseHandTaskResponse
        {
            Task = await FormAsync(call, task with { Closing = closing }),
            Receipt = Releasing.Prove(stored.Receipt, stored.Pending),
        };
    }

    private async Task<(PartyRef Holder, StoredHandTask Task)> FindAsync(
        Call call, string rpc, Party? party, ByteString sent, FieldFaults faults)
    {
        var id = StandingDecisionCheck.Id(sent, faults);
        var holder = await admission.AdmitAsync(call, rpc, party, faults);
        var lookup = await tasks.FindAsync(id, call.Cancellation);
        if (!lookup.Available)
        {
            throw CannotGather(call);
        }

        return lookup.Task is { } task && task.Row.Holder == PartyForms.AddressOf(party!)
            ? (holder, task)
            : throw Refusals.NotFound(call.RequestId);
    }

    private static HolderAct ActOf(
        EntryKind kind, PartyRef holder, PartyRef receiver, StoredHandTask task, ActingPerson employee, string done, string reason) => new(
        kind, holder, receiver, Known<Core.Vocabulary.Purpose>.Unknown, task.Subject, employee, HandTaskForms.Text(task, done, reason));

    private async Task<HandTask> FormAsync(Call call, StoredHandTask task) =>
        HandTaskForms.Of(task, await contacts.OfAsync(PartyForms.Of(task.Row.Receiver), call), call.Instant);

    private Grpc.Core.RpcException CannotGather(Call call) => Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
}
