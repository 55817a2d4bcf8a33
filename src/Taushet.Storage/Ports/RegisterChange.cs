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

    /// <summary>A step with a report of concern. Refused as changed facts when it has been recorded already.</summary>
    /// <param name="Step">The step.</param>
    public sealed record OfReportStep(ReportStepRow Step) : RegisterChange;

    /// <summary>A human must give by hand what the entry owes about its subject.</summary>
    /// <param name="Task">The task.</param>
    public sealed record OfHandTask(HandTaskRow Task) : RegisterChange
    {
        /// <summary>The request that asks for it; null where nobody asked, and each entry opens a task of its own.</summary>
        public HandTaskAsking? Asking { get; init; }
    }

    /// <summary>
    /// A request for what a human gives by hand. Refused as changed facts when it joins another task than the one that it would join now.
    /// </summary>
    /// <param name="CaseReference">The receiver's case reference.</param>
    /// <param name="Joined">The task it joins; null: the change opens one.</param>
    public sealed record HandTaskAsking(string CaseReference, Guid? Joined);

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

    /// <summary>
    /// The next version of a standing decision. Refused as changed facts when it does not follow the newest one, or when its id is
    /// another organisation's.
    /// </summary>
    /// <param name="Version">The version. The entry it names is not looked at: it is the one it is stored with.</param>
    public sealed record OfStandingDecision(StandingDecisionVersion Version) : RegisterChange;

    /// <summary>
    /// A request in a holder's inbox is answered, taken back or has lapsed. Refused as changed facts when it has another version, or is
    /// not there. Raises the holder's counter, so that what is under way is decided again.
    /// </summary>
    /// <param name="Request">The request as it was read.</param>
    /// <param name="Change">What it is now.</param>
    public sealed record OfInbox(InboxRequest Request, InboxChange Change) : RegisterChange;

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

    /// <summary>
    /// A proposed change of the register of participants. Not stored when its id is taken, or when another change of the
    /// registration has been confirmed since its proposer looked.
    /// </summary>
    /// <param name="Proposal">The proposal.</param>
    public sealed record OfProposal(RegistryProposal Proposal) : RegisterChange;

    /// <summary>
    /// The decision of a proposal; a confirmation changes the register with it. Not stored when the proposal has been decided, or
    /// when it is confirmed after another change of the registration.
    /// </summary>
    /// <param name="Proposal">The proposal as it was read.</param>
    /// <param name="Verdict">The decision.</param>
    public sealed record OfVerdict(RegistryProposal Proposal, RegistryVerdict Verdict) : RegisterChange;

    /// <summary>
    /// Nobody decided a proposal in time. Not stored when somebody has, or when an entry tells of it already: once for all gateways.
    /// </summary>
    /// <param name="Proposal">The proposal.</param>
    /// <param name="At">When it was noticed.</param>
    public sealed record OfLapse(Guid Proposal, DateTimeOffset At) : RegisterChange;
}
