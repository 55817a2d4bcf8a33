using System.Collections.Immutable;
using Taushet.V1;

namespace Taushet.Client;

/// <summary>What a kept message proves.</summary>
public abstract record KeptVerdict
{
    private KeptVerdict()
    {
    }

    /// <summary>The receipt holds, whichever of the readings is meant: they have the same receipt and the same committed bytes.</summary>
    /// <param name="Checkpoint">The signed checkpoint that the entry stands under.</param>
    /// <param name="Receipt">The receipt.</param>
    /// <param name="Readings">What the bytes can be; one when it was named.</param>
    /// <param name="Covers">What of the message the proof covers.</param>
    /// <param name="RequestId">The request's id as the message tells it, 16 bytes; null when it tells none, or the readings differ.</param>
    public sealed record Holds(
        Core.Trail.Notes.Checkpoint Checkpoint,
        Receipt Receipt,
        ImmutableArray<ReceiptedMessage> Readings,
        ReceiptCover Covers,
        Guid? RequestId) : KeptVerdict;

    /// <summary>The receipt proves nothing.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Broken(ReceiptFault Fault) : KeptVerdict
    {
        /// <summary>The reason in a sentence, in English.</summary>
        public string Text => ReceiptFaults.Text(Fault);
    }

    /// <summary>The bytes do not tell what message they are. Name it.</summary>
    /// <param name="Readings">What they can be, with different proofs; none when they are no message that this client knows whole.</param>
    public sealed record Untold(ImmutableArray<ReceiptedMessage> Readings) : KeptVerdict;
}

/// <summary>What of a message its receipt proves.</summary>
public enum ReceiptCover
{
    /// <summary>That an entry was stored, at its place in the log. Nothing of what the message says: such a message releases nothing.</summary>
    EntryAlone,

    /// <summary>That, and that the entry says of nothing that it was released.</summary>
    NothingReleased,

    /// <summary>That, and the committed field to the bit. Nothing else of what the message says.</summary>
    Released,
}
