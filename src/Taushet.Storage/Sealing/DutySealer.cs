using Taushet.Storage.Ports;

namespace Taushet.Storage.Sealing;

/// <summary>Seals the parts of tasks and orders, each under a key of the organisation whose it is; bound to the task or order.</summary>
internal sealed class DutySealer(StoreKeys keys)
{
    private const byte ContentPart = 1;
    private const byte LaterPart = 2;

    private readonly OrganisationSealer tasks = new(keys, "taushet.hand-task.v1");
    private readonly OrganisationSealer orders = new(keys, "taushet.order.v1");

    public byte[] Seal(HandTaskRow task) => tasks.Seal(task.Content.Span, task.Holder.Organisation, task.Id, ContentPart);

    public byte[] Seal(RegisterChange.OfHandTaskClosing closed) =>
        tasks.Seal(closed.Closing.Content.Span, closed.Holder, closed.Task, LaterPart);

    public byte[] Seal(OrderRow order) => orders.Seal(order.Content.Span, order.Issuer.Organisation, order.Id, ContentPart);

    public byte[] Seal(RegisterChange.OfOrderChange changed) =>
        orders.Seal(changed.Change.Content.Span, changed.Issuer, changed.Change.Order, LaterPart);

    public byte[] OpenTask(byte[] box, string holder, Guid task) => tasks.Open(box, holder, task, ContentPart);

    public byte[] OpenClosing(byte[] box, string holder, Guid task) => tasks.Open(box, holder, task, LaterPart);

    public byte[] OpenOrder(byte[] box, string issuer, Guid order) => orders.Open(box, issuer, order, ContentPart);

    public byte[] OpenNotice(byte[] box, string issuer, Guid order) => orders.Open(box, issuer, order, LaterPart);
}
