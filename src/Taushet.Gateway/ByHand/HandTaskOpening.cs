using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Decisions;
using Taushet.Gateway.Disclose;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.ByHand;

/// <summary>Opens a task for what a decision owes and a routing shield keeps from the machine, or joins the one that is open for it.</summary>
/// <remarks>INVARIANT: whatever a decision owes by hand has a task, also where the one who asked is answered with silence.</remarks>
internal sealed class HandTaskOpening(HandContacts contacts, IHandTasks tasks, GatewayOptions options) : IOwedByHand
{
    /// <summary>The task of a request; null when nothing is owed by hand.</summary>
    public async ValueTask<OwedTask?> OfAsync(Call call, Accepted accepted, Decision decision)
    {
        if (decision.ByHand.IsEmpty)
        {
            return null;
        }

        var inquiry = accepted.Inquiry;
        var owed = new OwedByHand(
            call.RequestId,
            PartyForms.AddressOf(inquiry.Holder),
            PartyForms.AddressOf(inquiry.Receiver),
            decision.ByHand,
            inquiry.CaseReference,
            inquiry.Child);
        var opened = Open(call, owed);

        // A store that cannot tell now opens none by this: the append looks again, and is then decided anew.
        var joined = (await tasks.FindJoinedAsync(accepted.Subject, opened, owed.CaseReference, call.Cancellation)).Task?.Row;
        var task = joined ?? opened;
        var change = new RegisterChange.OfHandTask(opened) { Asking = new RegisterChange.HandTaskAsking(owed.CaseReference, joined?.Id) };
        return new OwedTask(change, decision.ByHandTold.IsEmpty ? null : new HandDelivery
        {
            TaskId = WireIds.Of(task.Id),
            Cells = { InboxForms.CellsOf(decision.ByHandTold) },
            Contact = await contacts.OfAsync(inquiry.Holder, call),
            DueAt = Timestamp.FromDateTimeOffset(task.DueAt),
        });
    }

    /// <inheritdoc/>
    public IEnumerable<RegisterChange> ChangesFor(Call call, OwedByHand owed) => [new RegisterChange.OfHandTask(Open(call, owed))];

    private HandTaskRow Open(Call call, OwedByHand owed) => new()
    {
        Id = Guid.CreateVersion7(),
        Holder = owed.Sender,
        Receiver = owed.Receiver,
        Cells = owed.Cells,
        Request = owed.Delivery,
        OpenedAt = call.Instant,
        DueAt = call.Instant + options.HandTaskTime,
        Content = HandTaskForms.Content(owed.CaseReference, owed.Child),
    };
}

/// <summary>The task of an answer, and what the answer tells of it.</summary>
/// <param name="Change">What is stored with the entry.</param>
/// <param name="Told">What the receiver is told; null when it is told of nothing.</param>
internal sealed record OwedTask(RegisterChange.OfHandTask Change, HandDelivery? Told);
