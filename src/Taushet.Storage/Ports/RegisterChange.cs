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

    /// <summary>A legal hold is placed.</summary>
    /// <param name="Hold">The hold.</param>
    public sealed record OfHold(LegalHold Hold) : RegisterChange;

    /// <summary>A legal hold is lifted. Another that was lifted meanwhile is a changed fact.</summary>
    /// <param name="Hold">The hold.</param>
    /// <param name="Lifting">By whom and why.</param>
    public sealed record OfHoldLifted(Guid Hold, HoldLifting Lifting) : RegisterChange;

    /// <summary>A destruction of keys is ordered.</summary>
    /// <param name="Order">The order.</param>
    public sealed record OfDestructionOrder(DestructionOrder Order) : RegisterChange;

    /// <summary>
    /// An order is followed: keys in its scope that no hold keeps are destroyed, so many at most, and with them what the inbox holds
    /// under them.
    /// </summary>
    /// <param name="Order">The order.</param>
    /// <param name="ConfirmedBy">Who confirmed it.</param>
    /// <param name="At">When.</param>
    /// <param name="Most">How many keys at most: the log waits meanwhile.</param>
    public sealed record OfDestruction(Guid Order, string ConfirmedBy, DateTimeOffset At, int Most) : RegisterChange;
}
