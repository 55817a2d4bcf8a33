using System.Collections.Immutable;
using Taushet.Core.Trail.Unlawful;

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

    /// <summary>An access is found unlawful. One that was flagged meanwhile is a changed fact.</summary>
    /// <param name="Flag">The flag, with its notices.</param>
    public sealed record OfFlag(EntryFlag Flag) : RegisterChange;

    /// <summary>A notice is given. One that was given meanwhile is a changed fact.</summary>
    /// <param name="Flag">The flag.</param>
    /// <param name="To">Who was told.</param>
    /// <param name="Given">By whom and when.</param>
    public sealed record OfNotice(Guid Flag, NoticeTo To, NoticeGiven Given) : RegisterChange;

    /// <summary>The person's own view of an entry is delayed.</summary>
    /// <param name="Delay">The delay.</param>
    public sealed record OfDelay(ViewDelay Delay) : RegisterChange;

    /// <summary>A delay is ended before its time. One that was ended meanwhile is a changed fact.</summary>
    /// <param name="Delay">The delay.</param>
    /// <param name="By">Who ended it.</param>
    /// <param name="At">When.</param>
    public sealed record OfDelayEnded(Guid Delay, string By, DateTimeOffset At) : RegisterChange;
}
