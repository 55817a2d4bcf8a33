using Taushet.Core.Vocabulary;

namespace Taushet.Core.Duties;

/// <summary>Until when barnevern must do what about a report, and whom it then tells what.</summary>
/// <remarks>
/// bvl § 2-1: a report is reviewed within a week. § 2-2: an investigation is carried through within three months after that week, in special
/// cases six. § 13-3: the reporter is told within three weeks that the report was received; one with a duty to report, or who works for a
/// public body, also whether an investigation has been opened, and within three weeks after its end whether the child is followed up. Others
/// are told only that it was received. Days are calendar days in Europe/Oslo: the act moves no deadline over a weekend or a holiday.
/// INVARIANT: no deadline is counted by an act that was not in force on the day it counts from.
/// </remarks>
public static class ReportDeadlines
{
    private const int Week = 7;
    private const int ThreeWeeks = 21;
    private const int Months = 3;
    private const int MonthsInSpecialCases = 6;

    // The day on which barnevernsloven of 2021 came into force.
    private static readonly DateOnly InForceFrom = new(2023, 1, 1);

    /// <summary>The deadlines of a report, in the order of the steps they are about.</summary>
    /// <param name="received">The day on which barnevern got it, in Europe/Oslo.</param>
    /// <param name="reporter">Who reported.</param>
    /// <param name="progress">How far barnevern has come with it.</param>
    public static IEnumerable<ReportDeadline> Of(DateOnly received, Service reporter, ReportProgress progress) =>
        All(received, IsBound(reporter), progress).Where(deadline => deadline is not null).Select(deadline => deadline!);

    /// <summary>Whether a reporter is told as a public or professional one: every service but the voluntary organisations.</summary>
    public static bool IsBound(Service reporter) => reporter != Service.VoluntaryOrganisation;

    private static ReportDeadline?[] All(DateOnly received, bool bound, ReportProgress progress) =>
    [
        received < InForceFrom ? null : Review(received, progress),
        received < InForceFrom ? null : Feedback(received, bound, progress),
        progress.OpenedOn is null || received < InForceFrom ? null : Investigation(received, progress),
        bound && IsToFollow(received, progress) ? FeedbackAfterInvestigation(progress) : null,
    ];

    private static ReportDeadline Review(DateOnly received, ReportProgress progress) => new(
        ReportDeadlineKind.Review, "2-1", 1, received.AddDays(Week), Week, 0, CellSet.Empty, progress.OpenedOn is not null || progress.NotOpenedOn is not null);

    private static ReportDeadline Feedback(DateOnly received, bool bound, ReportProgress progress) => new(
        ReportDeadlineKind.Feedback,
        "13-3",
        0,
        received.AddDays(ThreeWeeks),
        ThreeWeeks,
        0,
        bound ? CellSet.Of(Cell.DecisionsReceived, Cell.DecisionsInvestigationOpened) : CellSet.Of(Cell.DecisionsReceived),
        progress.Answered);

    private static ReportDeadline Investigation(DateOnly received, ReportProgress progress)
    {
        var months = progress.ExtendedOn is null ? Months : MonthsInSpecialCases;
        return new ReportDeadline(
            ReportDeadlineKind.Investigation,
            "2-2",
            0,
            received.AddDays(Week).AddMonths(months),
            0,
            months,
            CellSet.Empty,
            progress.EndedOn is not null);
    }

    private static ReportDeadline FeedbackAfterInvestigation(ReportProgress progress) => new(
        ReportDeadlineKind.FeedbackAfterInvestigation,
        "13-3",
        0,
        progress.EndedOn?.AddDays(ThreeWeeks),
        ThreeWeeks,
        0,
        CellSet.Of(Cell.DecisionsFollowedUp),
        progress.FollowUpToldOn is not null);

    // What is not investigated has no end to count from.
    private static bool IsToFollow(DateOnly received, ReportProgress progress) =>
        (progress.EndedOn ?? received) >= InForceFrom && (progress.OpenedOn is not null || progress.NotOpenedOn is null);
}
