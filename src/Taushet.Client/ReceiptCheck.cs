using System.Security.Cryptography;
using Google.Protobuf;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Notes;
using Taushet.Core.Trail.Tree;
using Taushet.V1;
using SentCheckpoint = Taushet.V1.Checkpoint;

namespace Taushet.Client;

/// <summary>Checks offline that an answer's receipt holds.</summary>
/// <param name="keys">The keys of the logs.</param>
/// <remarks>
/// <para>That a receipt holds says: a known key has signed a tree of the log in which, at that place, stands an entry of that
/// id that commits to the information that came with it. What else the entry says is behind a digest, for those who may read
/// it.</para>
/// <para>INVARIANT: no answer and no checkpoint, whatever its bytes, makes the check throw.
/// Immutable; any number of threads may check.</para>
/// </remarks>
public sealed class ReceiptCheck(LogKeys keys)
{
    private const int IdSize = 16;
    private const int NonceSize = 32;
    private const int LongestProof = 63;

    private static readonly ReceiptVerdict Unreadable = new ReceiptVerdict.Broken(ReceiptFault.Unreadable);

    /// <summary>Checks an answer as it was parsed.</summary>
    /// <param name="answer">The answer; unchanged since it was received.</param>
    /// <param name="sent">For an answer of a batch stream: the checkpoint that was sent for its log and size.</param>
    /// <returns>The verdict. Of a gateway with a newer schema it can be <see cref="ReceiptFault.UnknownFields"/>, since a parsed
    /// message then writes other bytes than it was read from; <see cref="CheckWire"/> is free of that.</returns>
    public ReceiptVerdict Check(RequestInformationResponse answer, SentCheckpoint? sent = null) =>
        CheckParsed(answer.Receipt, answer.Information, sent);

    private ReceiptVerdict CheckParsed(Receipt? receipt, IMessage? information, SentCheckpoint? sent = null)
    {
        var released = information?.ToByteArray() ?? [];
        var verdict = Check(receipt, released, sent);
        return verdict is ReceiptVerdict.Broken { Fault: ReceiptFault.OtherInformation } && information is not null && WireField.AnyUnknown(information)
            ? new ReceiptVerdict.Broken(ReceiptFault.UnknownFields)
            : verdict;
    }

    /// <summary>Checks the receipt of a preview, which releases nothing.</summary>
    /// <param name="answer">The answer.</param>
    public ReceiptVerdict Check(PreviewResponse answer) => Check(answer.Receipt, [], sent: null);

    /// <summary>Checks the receipt of an assessment, which releases nothing.</summary>
    /// <param name="answer">The answer.</param>
    public ReceiptVerdict Check(AssessResponse answer) => Check(answer.Receipt, [], sent: null);

    /// <summary>Checks the receipt of a submitted disclosure, as it was parsed: that the log holds what its receiver gets.</summary>
    /// <param name="answer">The answer; unchanged since it was received.</param>
    public ReceiptVerdict Check(SubmitDisclosureResponse answer) => CheckParsed(answer.Receipt, answer.Delivered);

    /// <summary>Checks the receipt of a delivery, as it was parsed: that the log holds what came.</summary>
    /// <param name="delivery">The delivery; unchanged since it was received.</param>
    public ReceiptVerdict Check(Delivery delivery) => CheckParsed(delivery.Receipt, delivery.Disclosure);

    /// <summary>
    /// Checks a proof of a place, as the readers of a log get it, without nonce and commitment: that an entry of this leaf hash stands
    /// there. What the entry says, and its id, is not part of it: whoever has the log derives the leaf from its columns.
    /// </summary>
    /// <param name="proof">The proof.</param>
    public ReceiptVerdict CheckPlace(Receipt? proof) =>
        proof is null ? new ReceiptVerdict.Broken(ReceiptFault.NoReceipt)
        : !HasPlace(proof) ? new ReceiptVerdict.Broken(ReceiptFault.Malformed)
        : CheckSigned(proof, proof.Checkpoint, isPlaceAlone: true);

    /// <summary>Checks an answer as it stood on the wire: the strict form, which relies on no parser for what was released.</summary>
    /// <param name="answer">The bytes of a <see cref="RequestInformationResponse"/>.</param>
    /// <param name="sent">As for a parsed answer.</param>
    public ReceiptVerdict CheckWire(ReadOnlyMemory<byte> answer, SentCheckpoint? sent = null) =>
        Reading(() => CheckAnswer(answer.ToArray(), sent));

    /// <summary>Checks the answer in a message of a batch stream as it stood on the wire.</summary>
    /// <param name="message">The bytes of a <see cref="RequestInformationBatchResponse"/> that is an answer.</param>
    /// <param name="sent">As for a parsed answer.</param>
    public ReceiptVerdict CheckStreamWire(ReadOnlyMemory<byte> message, SentCheckpoint? sent) =>
        Reading(() => WireField.Cut(message.ToArray(), RequestInformationBatchResponse.AnswerFieldNumber) is { } answer
            ? CheckAnswer(answer, sent)
            : Unreadable);

    private static ReceiptVerdict Reading(Func<ReceiptVerdict> check)
    {
        try
        {
            return check();
        }
        catch (InvalidProtocolBufferException)
        {
            return Unreadable;
        }
    }

    private static bool IsWellFormed(Receipt receipt) =>
        HasPlace(receipt)
        && receipt.ReleaseCommitment.Length == SHA256.HashSizeInBytes
        && receipt.EntryDigest.Length == SHA256.HashSizeInBytes
        && receipt.Nonce.Length == NonceSize;

    private static bool HasPlace(Receipt receipt) =>
        receipt.LogId.Length == IdSize
        && receipt.EntryId.Length == IdSize
        && receipt.LeafHash.Length == TreeHash.Size
        && receipt.Index < receipt.TreeSize
        && receipt.TreeSize <= long.MaxValue
        && receipt.InclusionProof.Count <= LongestProof
        && receipt.InclusionProof.All(hash => hash.Length == TreeHash.Size);

    private static bool CommitsTo(Receipt receipt, byte[] released) =>
        SHA256.HashData([.. receipt.Nonce.Span, .. released]).AsSpan().SequenceEqual(receipt.ReleaseCommitment.Span);

    // The log's signature covers the leaf, and so what was released.
    private static bool IsOfItsEntry(Receipt receipt)
    {
        var leaf = new ReceiptLeaf(
            new Guid(receipt.LogId.Span, bigEndian: true),
            new Guid(receipt.EntryId.Span, bigEndian: true),
            receipt.ReleaseCommitment.Memory,
            receipt.EntryDigest.Memory);
        return TreeHash.Leaf(leaf.At((long)receipt.Index)).AsSpan().SequenceEqual(receipt.LeafHash.Span);
    }

    private ReceiptVerdict CheckAnswer(byte[] answer, SentCheckpoint? sent) =>
        WireField.Cut(answer, RequestInformationResponse.InformationFieldNumber) is { } released
            ? Check(RequestInformationResponse.Parser.ParseFrom(answer).Receipt, released, sent)
            : Unreadable;

    /// <summary>Checks a receipt against the bytes that it has to commit to.</summary>
    internal ReceiptVerdict Check(Receipt? receipt, byte[] released, SentCheckpoint? sent)
    {
        var checkpoint = receipt?.Checkpoint ?? sent;
        ReceiptFault? fault =
            receipt is null ? ReceiptFault.NoReceipt
            : !IsWellFormed(receipt) ? ReceiptFault.Malformed
            : !CommitsTo(receipt, released) ? ReceiptFault.OtherInformation
            : null;
        return fault is { } found ? new ReceiptVerdict.Broken(found) : CheckSigned(receipt!, checkpoint, isPlaceAlone: false);
    }

    private ReceiptVerdict CheckSigned(Receipt receipt, SentCheckpoint? checkpoint, bool isPlaceAlone)
    {
        ReceiptFault? fault =
            checkpoint is null ? ReceiptFault.NoCheckpoint
            : !checkpoint.LogId.Equals(receipt.LogId) || checkpoint.TreeSize != receipt.TreeSize ? ReceiptFault.OtherCheckpoint
            : null;
        return fault is { } found
            ? new ReceiptVerdict.Broken(found)
            : keys.Open(checkpoint!.Note).Match(
                signed => CheckProof(receipt, signed, isPlaceAlone),
                refused => new ReceiptVerdict.Broken(ReceiptFaults.Of(refused)));
    }

    private static ReceiptVerdict CheckProof(Receipt receipt, CheckpointOpening.Signed signed, bool isPlaceAlone)
    {
        var log = new Guid(receipt.LogId.Span, bigEndian: true);
        var stated = signed.Checkpoint;
        ReceiptFault? fault =
            !signed.Signers.Any(signer => LogOrigin.Of(signer.Name, log) == stated.Origin) ? ReceiptFault.OtherLog
            : stated.Size != (long)receipt.TreeSize ? ReceiptFault.OtherSize
            : !isPlaceAlone && !IsOfItsEntry(receipt) ? ReceiptFault.OtherEntry
            : !IsIncluded(receipt, stated) ? ReceiptFault.NotIncluded
            : null;
        return fault is { } found ? new ReceiptVerdict.Broken(found) : new ReceiptVerdict.Holds(stated);
    }

    private static bool IsIncluded(Receipt receipt, Core.Trail.Notes.Checkpoint stated) => ProofCheck.Inclusion(
        (long)receipt.Index,
        stated.Size,
        receipt.LeafHash.Span,
        [.. receipt.InclusionProof.Select(hash => hash.Memory)],
        stated.Root.Span);
}
