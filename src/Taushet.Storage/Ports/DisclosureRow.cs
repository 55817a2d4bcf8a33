using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Ports;

/// <summary>A service as the address of an inbox.</summary>
/// <param name="Organisation">The organisation's number.</param>
/// <param name="Unit">Its unit's, or empty.</param>
/// <param name="Service">The service.</param>
public readonly record struct ServiceAddress(string Organisation, string Unit, Service Service);

/// <summary>Where a disclosure stands. Numbers are stored and never reused.</summary>
public enum DisclosureState
{
    /// <summary>The receiver has not said that it has it.</summary>
    Open = 1,

    /// <summary>The receiver has it.</summary>
    Acknowledged = 2,

    /// <summary>Nothing of it may be delivered.</summary>
    Nothing = 3,
}

/// <summary>A disclosure to be stored.</summary>
public sealed record DisclosureRow
{
    /// <summary>The sender's id of it: with the sender's organisation it is unique.</summary>
    public required Guid Id { get; init; }

    /// <summary>The gateway's id of its delivery.</summary>
    public required Guid Delivery { get; init; }

    /// <summary>Who gives.</summary>
    public required ServiceAddress Sender { get; init; }

    /// <summary>Who receives.</summary>
    public required ServiceAddress Receiver { get; init; }

    /// <summary>Why: the number of the ground on the wire.</summary>
    public required int Ground { get; init; }

    /// <summary>When it was submitted.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Whether there is something to deliver: open, or nothing.</summary>
    public DisclosureState State { get; init; } = DisclosureState.Open;

    /// <summary>The delivery that it answers; null when it answers none.</summary>
    public Guid? InReplyTo { get; init; }

    /// <summary>What the receiver gets: sealed under keys of the receiver's organisation and of the entry, and padded.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>What the sender was answered: sealed under keys of the sender's organisation and of the entry, and padded.</summary>
    public required ReadOnlyMemory<byte> Outcome { get; init; }
}

/// <summary>A disclosure as it is stored. It exists only with its entry.</summary>
public sealed record StoredDisclosure
{
    /// <summary>What was stored. Its content is empty once it has been forgotten; content and outcome once they have been destroyed.</summary>
    public required DisclosureRow Row { get; init; }

    /// <summary>Whether what it told has been destroyed with the key of its entry. That there was a disclosure stays.</summary>
    public bool Destroyed { get; init; }

    /// <summary>Whom it is about.</summary>
    public required SubjectKey Subject { get; init; }

    /// <summary>Its place in the receiver's inbox, counted from 1; 0 when there is nothing to deliver.</summary>
    public required long Position { get; init; }

    /// <summary>The same for all deliveries about one child to one receiver, and for no others: 16 bytes.</summary>
    public required Guid Channel { get; init; }

    /// <summary>Its place among them, counted from 1 without gaps; 0 when there is nothing to deliver.</summary>
    public required int ChannelPlace { get; init; }

    /// <summary>The log of its entry.</summary>
    public required Guid Log { get; init; }

    /// <summary>Its entry.</summary>
    public required Guid Entry { get; init; }

    /// <summary>The entry's place in the log.</summary>
    public required long Index { get; init; }

    /// <summary>The digest of the entry's other columns, 32 bytes.</summary>
    public required ReadOnlyMemory<byte> EntryDigest { get; init; }

    /// <summary>How often it has been sent.</summary>
    public int Sends { get; init; }

    /// <summary>When it was first sent; null before.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>When it was last sent; null before.</summary>
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>When the receiver said that it has it; null before.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>The receiver's own receipt; null before.</summary>
    public ReadOnlyMemory<byte>? ReceiverReceipt { get; init; }
}
