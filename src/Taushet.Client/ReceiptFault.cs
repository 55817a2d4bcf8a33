namespace Taushet.Client;

/// <summary>Why a receipt does not prove its answer; the first that was met, in this order.</summary>
public enum ReceiptFault
{
    /// <summary>The bytes are no answer, or hold the information more than once.</summary>
    Unreadable,

    /// <summary>The answer has no receipt.</summary>
    NoReceipt,

    /// <summary>An id, a hash or the nonce has a wrong length, the proof too many hashes, or the index is not below the
    /// size.</summary>
    Malformed,

    /// <summary>The receipt commits to other information.</summary>
    OtherInformation,

    /// <summary>As before, but the information has fields that this client does not know, so that the parsed message need not
    /// give the bytes that were sent: check the bytes as they were received.</summary>
    UnknownFields,

    /// <summary>The receipt commits to nothing, and the message has fields that the named one has not: it may be another message, of
    /// which this would prove something else.</summary>
    OtherMessage,

    /// <summary>There is no checkpoint in the receipt, and none was given.</summary>
    NoCheckpoint,

    /// <summary>The checkpoint is not the one that the receipt refers to.</summary>
    OtherCheckpoint,

    /// <summary>The checkpoint's statement is no signed note.</summary>
    NotANote,

    /// <summary>No known key signed the checkpoint.</summary>
    UnknownSigner,

    /// <summary>A signature that names a known key is not that key's.</summary>
    WrongSignature,

    /// <summary>What was signed is no checkpoint.</summary>
    NotACheckpoint,

    /// <summary>What was signed is of another log.</summary>
    OtherLog,

    /// <summary>What was signed is of another size.</summary>
    OtherSize,

    /// <summary>The leaf is not that of the entry and the commitment that the receipt shows.</summary>
    OtherEntry,

    /// <summary>The proof does not lead from the entry to the signed root.</summary>
    NotIncluded,
}
