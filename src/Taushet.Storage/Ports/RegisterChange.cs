using System.Collections.Immutable;

namespace Taushet.Storage.Ports;

/// <summary>A change of a register that is stored in the transaction of the entry that tells of it: both or neither.</summary>
public abstract record RegisterChange
{
    private RegisterChange()
    {
    }

    /// <summary>Events on wishes of the entry's subject, in their order.</summary>
    /// <param name="Events">At least one. Each one's own subject is not looked at.</param>
    public sealed record OfWishes(ImmutableArray<WishEvent> Events) : RegisterChange;

    /// <summary>A disclosure about the entry's subject. Refused as changed facts when its sender has one of this id already.</summary>
    /// <param name="Disclosure">The disclosure.</param>
    public sealed record OfDisclosure(DisclosureRow Disclosure) : RegisterChange
    {
        /// <summary>What else changes by it in the same transaction, such as the tasks of what is owed by hand.</summary>
        public ImmutableArray<RegisterChange> With { get; init; } = [];
    }

    /// <summary>A receiver has durably what was delivered. Refused as changed facts when that has been told already.</summary>
    /// <param name="Delivery">The delivery.</param>
    /// <param name="Receipt">The receiver's own receipt.</param>
    /// <param name="At">When it was told.</param>
    public sealed record OfAcknowledgement(Guid Delivery, ReadOnlyMemory<byte> Receipt, DateTimeOffset At) : RegisterChange;

    /// <summary>A human must give by hand what the entry owes about its subject.</summary>
    /// <param name="Task">The task.</param>
    public sealed record OfHandTask(HandTaskRow Task) : RegisterChange;

    /// <summary>A task has ended. Refused as changed facts when that has been told already.</summary>
    /// <param name="Task">The task.</param>
    /// <param name="Holder">The organisation whose it is.</param>
    /// <param name="Closing">How.</param>
    public sealed record OfHandTaskClosing(Guid Task, string Holder, HandTaskClosing Closing) : RegisterChange;

    /// <summary>An order about the entry's subject is registered. Refused as changed facts when there is one of this id.</summary>
    /// <param name="Order">The order.</param>
    public sealed record OfOrder(OrderRow Order) : RegisterChange;

    /// <summary>An order changes. Refused as changed facts when it has another version, or is withdrawn.</summary>
    /// <param name="Change">What changes.</param>
    /// <param name="Issuer">The organisation that issued it.</param>
    public sealed record OfOrderChange(OrderChange Change, string Issuer) : RegisterChange;
}
