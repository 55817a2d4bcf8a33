using Taushet.Storage.Trail;

namespace Taushet.Cli.Trail.Verifying;

/// <summary>What was found of one log, as lines for people.</summary>
/// <param name="Report">What was found.</param>
/// <param name="File">The checkpoint file of the log's gateway, whether it is there or not.</param>
internal sealed record LogVerdict(LogReport Report, string File)
{
    private const int DefectsTold = 20;

    /// <summary>Whether a checkpoint outside the database agreed, or told otherwise.</summary>
    public bool IsCompared => Report.ComparedTo is not null || Report.Defects.Any(defect => defect.Kind
        is LogDefectKind.FileAhead or LogDefectKind.FileDiffers or LogDefectKind.FileNoteRefused);

    /// <summary>One line for the log, and one for each thing that is wrong, the first ones of many.</summary>
    /// <param name="width">How wide names of logs are.</param>
    public IEnumerable<string> Tell(int width)
    {
        var state = Report.Log.ClosedAt is null ? "open  " : "closed";
        var found = Report.DefectCount == 0 ? "holds" : $"DOES NOT HOLD: {Lines.Count(Report.DefectCount, "defect")}";
        var compared = IsCompared ? string.Empty : $" (not compared: nothing of it in {File})";
        yield return $"{Lines.Name(Report.Log).PadRight(width)}  {state}  {Lines.Count(Report.Entries, "entry")}, "
            + $"{Lines.Count(Report.Checkpoints, "checkpoint")}: {found}{compared}";
        foreach (var defect in Report.Defects.Take(DefectsTold))
        {
            yield return $"    {DefectText.Of(defect, Report.Log)}";
        }

        if (Report.DefectCount > DefectsTold)
        {
            yield return $"    and {Report.DefectCount - DefectsTold} more";
        }

        if (Report.Unproven > 0)
        {
            yield return $"    {Lines.Count(Report.Unproven, "checkpoint")} after that can prove nothing";
        }

        if (Report.Defects.Where(DefectText.IsOfAnEntry).MinBy(defect => defect.At) is { } first)
        {
            yield return $"    first bad entry: log {Report.Log.Log:n}, {DefectText.Of(first, Report.Log)}";
        }
    }
}
