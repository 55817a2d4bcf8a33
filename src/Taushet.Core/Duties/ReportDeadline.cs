using Taushet.Core.Vocabulary;

namespace Taushet.Core.Duties;

/// <summary>Something that barnevern must do about a report within a time.</summary>
/// <param name="Kind">What.</param>
/// <param name="Section">The section of barnevernsloven that says so.</param>
/// <param name="Paragraph">Its paragraph; 0 where the section as a whole is meant.</param>
/// <param name="LastDay">The last day, in Europe/Oslo; null while what it counts from has not happened.</param>
/// <param name="Days">How many days it is; 0 where it is counted in months.</param>
/// <param name="Months">How many calendar months it is; 0 where it is counted in days.</param>
/// <param name="Tell">What the reporter gets to know; empty for a deadline of barnevern's own.</param>
/// <param name="Done">Whether it is known to be done.</param>
public sealed record ReportDeadline(
    ReportDeadlineKind Kind, string Section, int Paragraph, DateOnly? LastDay, int Days, int Months, CellSet Tell, bool Done)
{
    /// <summary>Whether its last day has passed without it being done.</summary>
    public bool IsOverdue(DateOnly today) => !Done && today > LastDay;
}

/// <summary>What a deadline is for. Numbers are those of the contract.</summary>
public enum ReportDeadlineKind
{
    /// <summary>Barnevern reviews the report.</summary>
    [Code("review")]
    Review = 1,

    /// <summary>Barnevern tells the reporter that it was received.</summary>
    [Code("feedback")]
    Feedback = 2,

    /// <summary>Barnevern tells the reporter, after the investigation, whether the child is followed up.</summary>
    [Code("feedback-after-investigation")]
    FeedbackAfterInvestigation = 3,

    /// <summary>Barnevern carries the investigation through.</summary>
    [Code("investigation")]
    Investigation = 4,
}
