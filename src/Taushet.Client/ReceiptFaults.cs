using Taushet.Core.Trail.Notes;

namespace Taushet.Client;

/// <summary>What the faults of receipts are called.</summary>
internal static class ReceiptFaults
{
    public static string Text(ReceiptFault fault) => fault switch
    {
        ReceiptFault.Unreadable => "The bytes are no answer of this contract.",
        ReceiptFault.NoReceipt => "The answer has no receipt.",
        ReceiptFault.Malformed => "The receipt is malformed.",
        ReceiptFault.OtherInformation => "The receipt commits to other information than the answer holds.",
        ReceiptFault.UnknownFields =>
            "The information has fields this client does not know; check the bytes as they were received.",
        ReceiptFault.OtherMessage =>
            "The receipt commits to nothing, and there are fields that this message has not: it is another message, or of a newer contract.",
        ReceiptFault.NoCheckpoint => "The checkpoint that the receipt refers to is missing.",
        ReceiptFault.OtherCheckpoint => "The checkpoint is not the one that the receipt refers to.",
        ReceiptFault.NotANote => "The checkpoint is no signed note.",
        ReceiptFault.UnknownSigner => "The checkpoint is not signed by a known key.",
        ReceiptFault.WrongSignature => "A signature under the checkpoint is wrong.",
        ReceiptFault.NotACheckpoint => "What was signed is no checkpoint.",
        ReceiptFault.OtherLog => "The checkpoint is of another log than the receipt names.",
        ReceiptFault.OtherSize => "The checkpoint is of another size than the receipt names.",
        ReceiptFault.OtherEntry => "The leaf is not that of the entry and the commitment in the receipt.",
        ReceiptFault.NotIncluded => "The entry is not in the log under the checkpoint.",
    };

    public static ReceiptFault Of(CheckpointFault fault) => fault switch
    {
        CheckpointFault.NotANote => ReceiptFault.NotANote,
        CheckpointFault.NoKnownSigner => ReceiptFault.UnknownSigner,
        CheckpointFault.WrongSignature => ReceiptFault.WrongSignature,
        CheckpointFault.NotACheckpoint => ReceiptFault.NotACheckpoint,
        CheckpointFault.OtherOrigin => ReceiptFault.OtherLog,
    };
}
