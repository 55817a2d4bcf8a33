namespace Taushet.Storage.Trail;

/// <summary>Something wrong in a log.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">The index of the entry, or the size of the checkpoint.</param>
public sealed record LogDefect(LogDefectKind Kind, long At)
{
    /// <summary>The entry's id, where the defect is one of an entry that is there.</summary>
    public Guid? Entry { get; init; }

    /// <summary>
    /// A second index or size: see <see cref="LogDefectKind"/>. Null where the kind has none.
    /// </summary>
    public long? Other { get; init; }

    /// <summary>Which receipt it was that does not agree; null where the defect is not one of a receipt.</summary>
    public string? Receipt { get; init; }
}

/// <summary>What can be wrong in a log, from the database alone and against what is known outside it.</summary>
public enum LogDefectKind
{
    /// <summary>Entries are missing, from this index to <see cref="LogDefect.Other"/>.</summary>
    EntryMissing,

    /// <summary>An entry's columns hold what no entry has.</summary>
    EntryUnreadable,

    /// <summary>An entry's leaf hash does not follow from its columns.</summary>
    LeafChanged,

    /// <summary>An entry stands at another index than it was written at, which is <see cref="LogDefect.Other"/>.</summary>
    EntryMoved,

    /// <summary>
    /// A checkpoint's root does not follow from the entries. <see cref="LogDefect.Other"/> is the size of the last checkpoint before
    /// whose root does: what was changed is an entry between.
    /// </summary>
    RootDiffers,

    /// <summary>No known key has signed a checkpoint's note, or a signature is wrong.</summary>
    NoteRefused,

    /// <summary>A checkpoint's signed note says another log, size or root than its row.</summary>
    NoteDiffers,

    /// <summary>Entries from this index on are covered by no checkpoint, though the head counts them.</summary>
    CheckpointMissing,

    /// <summary>There are entries or checkpoints from this size on that the head does not count; or entries before the first, from this index on.</summary>
    BeyondHead,

    /// <summary>
    /// A stored hash of 2^<see cref="LogDefect.Other"/> entries from this index on is not theirs, or is missing: proofs made of it fail.
    /// </summary>
    SubtreeDiffers,

    /// <summary>A checkpoint outside the database covers more entries than the database has.</summary>
    FileAhead,

    /// <summary>A known key has signed, outside the database, another root of this size: the log was forked.</summary>
    FileDiffers,

    /// <summary>No known key has signed a checkpoint in the checkpoint file.</summary>
    FileNoteRefused,

    /// <summary>A receipt's entry is not in the log: it has not that many.</summary>
    ReceiptAhead,

    /// <summary>The log has another entry in the place of a receipt's.</summary>
    ReceiptDiffers,

    /// <summary>The receipt's entry is of another kind, or of another request, than the message that the receipt came with.</summary>
    ReceiptOfOther,

    /// <summary>A known key has signed, in a receipt, another root of this size: the log was forked.</summary>
    ReceiptRootDiffers,
}
