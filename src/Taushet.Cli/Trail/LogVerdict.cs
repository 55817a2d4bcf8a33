using Taushet.Core.Trail.Notes;
using Taushet.Storage.Log;
using Taushet.Storage.Trail;

namespace Taushet.Cli.Trail;

/// <summary>What was found of one log, inside the database and against the checkpoints outside it.</summary>
/// <param name="Report">What the log's own entries, checkpoints and signatures say.</param>
/// <param name="Inspection">What the comparison says.</param>
/// <param name="OutsideSigned">Whether known keys signed the checkpoints outside; true when there is none.</param>
internal sealed record LogVerdict(LogReport Report, LogInspection Inspection, bool OutsideSigned)
{
    private const int DefectsTold = 20;

    /// <summary>How many things are wrong.</summary>
    public int Defects => Report.Defects.Length + (Inspection.Loss == LogLoss.None ? 0 : 1) + (OutsideSigned ? 0 : 1);

    /// <summary>Whether there was a checkpoint outside the database to compare with.</summary>
    public bool IsCompared => Inspection.Outside is not null;

    /// <summary>One line for the log, and one for each thing that is wrong, the first ones of many.</summary>
    /// <param name="width">How wide names of logs are.</param>
    /// <param name="file">The checkpoint file.</param>
    public IEnumerable<string> Tell(int width, string file)
    {
        var state = Report.Log.ClosedAt is null ? "open  " : "closed";
        var found = Defects == 0 ? "holds" : $"DOES NOT HOLD: {Lines.Count(Defects, "defect")}";
        var compared = IsCompared ? string.Empty : $" (not compared: nothing of it in {file})";
        yield return $"{Lines.Name(Report.Log).PadRight(width)}  {state}  {Lines.Count(Report.Entries, "entry")}, "
            + $"{Lines.Count(Report.Checkpoints, "checkpoint")}: {found}{compared}";
        foreach (var defect in Wrong().Take(DefectsTold))
        {
            yield return $"    {defect}";
        }

        if (Defects > DefectsTold)
        {
            yield return $"    and {Defects - DefectsTold} more";
        }
    }

    private static string Text(LogDefect defect) => defect.Kind switch
    {
        LogDefectKind.EntryMissing => $"entry {defect.At}: stands where another belongs, so that one is missing",
        LogDefectKind.LeafChanged => $"entry {defect.At}: the leaf hash does not follow from what is stored",
        LogDefectKind.RootDiffers => $"checkpoint of {defect.At}: the root does not follow from the entries",
        LogDefectKind.NoteRefused => $"checkpoint of {defect.At}: no known key has signed it for this log, size and root",
        LogDefectKind.SizeDiffers => $"{Lines.Count(defect.At, "entry")}: head, entries and newest checkpoint do not go equally far",
    };

    private IEnumerable<string> Wrong()
    {
        if (Inspection.Loss != LogLoss.None)
        {
            yield return LossLine.Of(Inspection);
        }

        if (!OutsideSigned)
        {
            yield return "no known key has signed the newest checkpoint in the checkpoint file";
        }

        foreach (var defect in Report.Defects)
        {
            yield return Text(defect);
        }
    }

    /// <summary>Whether a known key signed a checkpoint from outside.</summary>
    public static bool IsSigned(RecordedCheckpoint outside, IReadOnlyCollection<NoteKey> keys) =>
        CheckpointCheck.Open(outside.Note, keys).Match(_ => true, _ => false);
}
