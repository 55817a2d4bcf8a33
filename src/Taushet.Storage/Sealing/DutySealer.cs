using Taushet.Storage.Ports;

namespace Taushet.Storage.Sealing;

/// <summary>
/// Seals the parts of tasks and orders, each under a key of the organisation whose it is and of its entry; bound to the task or order.
/// What opens gives null for what has been destroyed.
/// </summary>
internal sealed class DutySealer(StoreKeys keys)
{
    private const byte ContentPart = 1;
    private const byte LaterPart = 2;

    private readonly RowSealer tasks = new(keys, "taushet.hand-task.v1");
    private readonly RowSealer orders = new(keys, "taushet.order.v1");

    /// <summary>The store's keys, which unwrap those of rows.</summary>
    public StoreKeys Keys => keys;

    public byte[] Seal(HandTaskRow task, PersonKey key) => tasks.Seal(task.Content, task.Holder.Organisation, task.Id, ContentPart, key);

    public byte[] Seal(RegisterChange.OfHandTaskClosing closed, RowKey key) =>
        tasks.SealLater(closed.Closing.Content, closed.Holder, closed.Task, LaterPart, key);

    public byte[] Seal(OrderRow order, PersonKey key) => orders.Seal(order.Content, order.Issuer.Organisation, order.Id, ContentPart, key);

    public byte[] Seal(RegisterChange.OfOrderChange changed, RowKey key) =>
        orders.SealLater(changed.Change.Content, changed.Issuer, changed.Change.Order, LaterPart, key);

    public byte[]? OpenTask(byte[] box, string holder, Guid task, RowKey key) => tasks.Open(box, holder, task, ContentPart, key);

    public byte[]? OpenClosing(byte[] box, string holder, Guid task, RowKey key) => tasks.Open(box, holder, task, LaterPart, key);

    public byte[]? OpenOrder(byte[] box, string issuer, Guid order, RowKey key) => orders.Open(box, issuer, order, ContentPart, key);

    public byte[]? OpenNotice(byte[] box, string issuer, Guid order, RowKey key) => orders.Open(box, issuer, order, LaterPart, key);
}
