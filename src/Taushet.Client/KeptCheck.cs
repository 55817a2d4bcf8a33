using System.Collections.Immutable;
using Google.Protobuf;
using Taushet.V1;

namespace Taushet.Client;

/// <summary>Checks messages that somebody has kept with their receipts: whichever of the contract they are, as bytes of the wire or as JSON.</summary>
/// <param name="check">The check of receipts, with the keys.</param>
/// <remarks>
/// <para>INVARIANT: no guess proves anything. Unless the message is named, what has different proofs by what it is holds only by bytes
/// in it that the receipt commits to: never as something of which the receipt commits to nothing. A named message of which it commits to
/// nothing holds only when it has no other field than that message has.</para>
/// <para>INVARIANT: no answer and no checkpoint, whatever its bytes, makes the check throw.
/// Immutable; any number of threads may check.</para>
/// </remarks>
public sealed class KeptCheck(ReceiptCheck check)
{
    private const string RequestIdName = "request_id";

    /// <summary>Checks a kept message.</summary>
    /// <param name="kept">Its bytes: as they stood on the wire, or JSON in UTF-8.</param>
    /// <param name="named">What it is; null to let it tell itself.</param>
    public KeptVerdict Check(ReadOnlyMemory<byte> kept, ReceiptedMessage? named = null)
    {
        if (!LooksLikeJson(kept.Span))
        {
            var bytes = kept.ToArray();
            return Check(message => KeptMessage.OfWire(message, bytes), named);
        }

        using var json = JsonNames.Read(kept);
        return json is null
            ? new KeptVerdict.Broken(ReceiptFault.Unreadable)
            : Check(message => KeptMessage.OfJson(message, json.RootElement), named);
    }

    // No message of the contract has a group, which is what a brace begins on the wire.
    private static bool LooksLikeJson(ReadOnlySpan<byte> kept)
    {
        var text = kept.TrimStart(" \t\r\n"u8);
        return text is [(byte)'{', ..];
    }

    private KeptVerdict Check(Func<ReceiptedMessage, KeptMessage?> read, ReceiptedMessage? named)
    {
        if (named is not null)
        {
            return read(named) is { } told ? Check(told, [named]) : new KeptVerdict.Broken(ReceiptFault.Unreadable);
        }

        var readings = ReceiptedMessage.All.Select(read).OfType<KeptMessage>().Where(one => one is { IsWhole: true, Receipt: not null }).ToList();
        var proofs = readings.GroupBy(ProofOf).OrderBy(alike => alike.Key.Committed.Length).Select(alike => CheckAlike([.. alike])).ToList();
        var released = proofs.Where(one => one is KeptVerdict.Holds { Covers: ReceiptCover.Released }).ToList();
        return proofs is [var only] ? only
            : released is [var proved] ? proved
            : proofs.Count > 0 && proofs.TrueForAll(one => one is KeptVerdict.Broken) ? proofs[^1]
            : new KeptVerdict.Untold([.. readings.Select(one => one.As)]);
    }

    private static (Receipt Receipt, string Committed) ProofOf(KeptMessage told) => (told.Receipt!, Convert.ToHexString(told.Committed));

    private KeptVerdict CheckAlike(IReadOnlyList<KeptMessage> readings) =>
        Check(readings[0], [.. readings.Select(one => one.As)], readings);

    private KeptVerdict Check(KeptMessage told, ImmutableArray<ReceiptedMessage> messages, IReadOnlyList<KeptMessage>? readings = null)
    {
        ReceiptFault? fault = !told.IsCommittedWhole ? ReceiptFault.UnknownFields
            : told.Committed.Length == 0 && !told.IsWhole ? ReceiptFault.OtherMessage
            : null;
        return fault is { } known ? new KeptVerdict.Broken(known) : check.Check(told.Receipt, told.Committed, sent: null).Match<KeptVerdict>(
            checkpoint => new KeptVerdict.Holds(checkpoint, told.Receipt!, messages, CoverOf(told, messages), RequestIdOf(readings ?? [told])),
            broken => new KeptVerdict.Broken(broken.Fault));
    }

    // Of several readings the least is said.
    private static ReceiptCover CoverOf(KeptMessage told, ImmutableArray<ReceiptedMessage> messages) =>
        messages.Any(message => message.Committed is null) ? ReceiptCover.EntryAlone
        : told.Committed.Length == 0 ? ReceiptCover.NothingReleased
        : ReceiptCover.Released;

    private static Guid? RequestIdOf(IReadOnlyList<KeptMessage> readings)
    {
        var ids = readings.Select(RequestIdOf).Distinct().ToList();
        return ids is [{ } only] ? only : null;
    }

    private static Guid? RequestIdOf(KeptMessage told) =>
        told.As.Receipted.FindFieldByName(RequestIdName)?.Accessor.GetValue(told.Receipted) is ByteString { Length: 16 } id
            ? new Guid(id.Span, bigEndian: true)
            : null;
}
