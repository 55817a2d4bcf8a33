using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Trail;

namespace Taushet.Cli.Trail.Verifying;

/// <summary>What is wrong in a log, as a line for people: where, which entry, and what it means.</summary>
internal static class DefectText
{
    /// <summary>Writes the line.</summary>
    public static string Of(LogDefect defect, LogSummary log) => defect.Kind switch
    {
        LogDefectKind.EntryMissing => $"{Range(defect.At, defect.Other ?? defect.At)}: missing",
        LogDefectKind.EntryUnreadable =>
            $"{Entry(defect)}: a column holds what no entry has, unless a newer version than this tool wrote it",
        LogDefectKind.LeafChanged => $"{Entry(defect)}: the leaf hash does not follow from what is stored",
        LogDefectKind.EntryMoved => $"{Entry(defect)}: moved; it was written as entry {defect.Other}",
        LogDefectKind.RootDiffers =>
            $"checkpoint of {defect.At}: the root does not follow from the entries; what was signed had another "
            + Range(defect.Other ?? 0, defect.At - 1, within: true),
        LogDefectKind.NoteRefused => $"checkpoint of {defect.At}: no known key has signed it",
        LogDefectKind.NoteDiffers => $"checkpoint of {defect.At}: what was signed is of another log, size or root than the row",
        LogDefectKind.CheckpointMissing => $"{Range(defect.At, log.Size - 1)}: under no signed checkpoint",
        LogDefectKind.BeyondHead when defect.At < 0 => $"entry {defect.At}: there is a row before the log's first entry",
        LogDefectKind.BeyondHead => $"beyond {Lines.Count(defect.At, "entry")}: there is more than the log's head counts",
        LogDefectKind.SubtreeDiffers =>
            $"hash of 2^{defect.Other} entries from entry {defect.At} on: not theirs, or missing; proofs made of it fail",
        LogDefectKind.FileAhead =>
            $"the checkpoint file is ahead of the database: the database has {Lines.Count(log.Size, "entry")} of "
            + $"{LogInspection.OriginOf(log)}, the file tells of {defect.At}: entries were cut off, or the database put back",
        LogDefectKind.FileDiffers =>
            $"checkpoint of {defect.At} in the checkpoint file: a known key has signed another root; the log was forked or rewritten",
        LogDefectKind.FileNoteRefused => $"checkpoint of {defect.At} in the checkpoint file: no known key has signed it",
        LogDefectKind.ReceiptAhead =>
            $"receipt {defect.Receipt}: entry {defect.At} (id {defect.Entry:n}) is not in the log, signed for {defect.Other} entries",
        LogDefectKind.ReceiptDiffers => $"receipt {defect.Receipt}: the log has another entry {defect.At} (id {defect.Entry:n})",
        LogDefectKind.ReceiptOfOther =>
            $"receipt {defect.Receipt}: it proves entry {defect.At} (id {defect.Entry:n}), which is of another kind or request than what it came with",
        LogDefectKind.ReceiptRootDiffers =>
            $"receipt {defect.Receipt}: a known key has signed another root of {defect.At}; the log was forked or rewritten",
    };

    /// <summary>Whether the defect tells of an entry, by its index.</summary>
    public static bool IsOfAnEntry(LogDefect defect) => defect.Kind
        is LogDefectKind.EntryMissing or LogDefectKind.EntryUnreadable or LogDefectKind.LeafChanged or LogDefectKind.EntryMoved
        or LogDefectKind.ReceiptAhead or LogDefectKind.ReceiptDiffers
        or LogDefectKind.ReceiptOfOther;

    private static string Entry(LogDefect defect) => $"entry {defect.At} (id {defect.Entry:n})";

    private static string Range(long first, long last, bool within = false) => first >= last
        ? $"entry {first}"
        : within ? $"entry among {first} to {last}" : $"entries {first} to {last}";
}
