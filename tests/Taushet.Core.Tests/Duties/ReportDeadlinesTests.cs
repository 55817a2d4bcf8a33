using Taushet.Core.Duties;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Duties;

public sealed class ReportDeadlinesTests
{
    private static readonly DateOnly Received = new(2026, 9, 1);
    private static readonly DateOnly Opened = new(2026, 9, 5);
    private static readonly DateOnly Ended = new(2026, 11, 20);

    [Fact]
    public void Of_NewReportOfASchool_AWeekAndThreeWeeksAndOneWithoutADay()
    {
        var deadlines = Of(Service.PrimarySchool, ReportProgress.None);

        deadlines.Select(deadline => (deadline.Kind, deadline.LastDay)).ShouldBe(
        [
            (ReportDeadlineKind.Review, new DateOnly(2026, 9, 8)),
            (ReportDeadlineKind.Feedback, new DateOnly(2026, 9, 22)),
            (ReportDeadlineKind.FeedbackAfterInvestigation, null),
        ]);
        deadlines[1].Tell.ShouldBe(CellSet.Of(Cell.DecisionsReceived, Cell.DecisionsInvestigationOpened));
        deadlines.ShouldAllBe(deadline => !deadline.Done && !deadline.IsOverdue(new DateOnly(2026, 9, 8)));
    }

    [Fact]
    public void Of_InvestigationOpened_ThreeMonthsAfterTheWeekAndSixInSpecialCases()
    {
        var opened = ReportProgress.None with { OpenedOn = Opened };

        Day(opened, ReportDeadlineKind.Investigation).ShouldBe(new DateOnly(2026, 12, 8));
        Day(opened with { ExtendedOn = Ended }, ReportDeadlineKind.Investigation).ShouldBe(new DateOnly(2027, 3, 8));
        One(opened, ReportDeadlineKind.Review).Done.ShouldBeTrue();
        One(opened, ReportDeadlineKind.Investigation).IsOverdue(new DateOnly(2026, 12, 9)).ShouldBeTrue();
        One(opened with { EndedOn = Ended }, ReportDeadlineKind.Investigation).IsOverdue(new DateOnly(2026, 12, 9)).ShouldBeFalse();
    }

    [Fact]
    public void Of_InvestigationEnded_ThreeWeeksFromThatDayUntilItIsTold()
    {
        var ended = ReportProgress.None with { OpenedOn = Opened, EndedOn = Ended, FollowedUp = false };
        var due = One(ended, ReportDeadlineKind.FeedbackAfterInvestigation);

        (due.LastDay, due.Tell).ShouldBe((new DateOnly(2026, 12, 11), CellSet.Of(Cell.DecisionsFollowedUp)));
        (due.IsOverdue(new DateOnly(2026, 12, 11)), due.IsOverdue(new DateOnly(2026, 12, 12))).ShouldBe((false, true));
        One(ended with { FollowUpToldOn = Ended }, ReportDeadlineKind.FeedbackAfterInvestigation).IsOverdue(new DateOnly(2027, 1, 1)).ShouldBeFalse();
    }

    [Fact]
    public void Of_VoluntaryOrganisationOrNoInvestigation_NothingIsToldAfterIt()
    {
        var ended = ReportProgress.None with { OpenedOn = Opened, EndedOn = Ended };

        Of(Service.VoluntaryOrganisation, ended).Select(deadline => deadline.Kind)
            .ShouldBe([ReportDeadlineKind.Review, ReportDeadlineKind.Feedback, ReportDeadlineKind.Investigation]);
        Of(Service.VoluntaryOrganisation, ended)[1].Tell.ShouldBe(CellSet.Of(Cell.DecisionsReceived));
        Of(Service.PrimarySchool, ReportProgress.None with { NotOpenedOn = Opened }).Select(deadline => deadline.Kind)
            .ShouldBe([ReportDeadlineKind.Review, ReportDeadlineKind.Feedback]);
    }

    /// <summary>INVARIANT: no deadline is counted by an act that was not in force on the day it counts from.</summary>
    [Fact]
    public void Of_ReportBeforeTheActCameIntoForce_OnlyWhatCountsFromLater()
    {
        var before = new DateOnly(2022, 12, 31);

        ReportDeadlines.Of(before, Service.PrimarySchool, ReportProgress.None).ShouldBeEmpty();
        ReportDeadlines.Of(before, Service.PrimarySchool, ReportProgress.None with { OpenedOn = before, EndedOn = before }).ShouldBeEmpty();
        ReportDeadlines.Of(before, Service.PrimarySchool, ReportProgress.None with { OpenedOn = before, EndedOn = before.AddDays(1) })
            .ShouldHaveSingleItem().LastDay.ShouldBe(new DateOnly(2023, 1, 22));
        ReportDeadlines.Of(before.AddDays(1), Service.PrimarySchool, ReportProgress.None).Count().ShouldBe(3);
    }

    [Fact]
    public void Judge_Steps_FollowEachOtherAndAreRecordedOnce()
    {
        var none = ReportProgress.None;
        var opened = none with { OpenedOn = Opened };
        var ended = opened with { EndedOn = Ended, FollowedUp = true };

        none.Judge(ReportStep.InvestigationOpened, Opened, null).ShouldBe(StepVerdict.Accepted);
        none.Judge(ReportStep.InvestigationEnded, Ended, true).ShouldBe(StepVerdict.OutOfOrder);
        none.Judge(ReportStep.InvestigationExtended, Ended, null).ShouldBe(StepVerdict.OutOfOrder);
        opened.Judge(ReportStep.InvestigationOpened, Opened, null).ShouldBe(StepVerdict.Repeated);
        opened.Judge(ReportStep.InvestigationOpened, Ended, null).ShouldBe(StepVerdict.RecordedOtherwise);
        opened.Judge(ReportStep.InvestigationNotOpened, Ended, null).ShouldBe(StepVerdict.OutOfOrder);
        opened.Judge(ReportStep.InvestigationEnded, Opened.AddDays(-1), true).ShouldBe(StepVerdict.OutOfOrder);
        opened.Judge(ReportStep.InvestigationEnded, Opened, true).ShouldBe(StepVerdict.Accepted);
        ended.Judge(ReportStep.InvestigationEnded, Ended, true).ShouldBe(StepVerdict.Repeated);
        ended.Judge(ReportStep.InvestigationEnded, Ended, false).ShouldBe(StepVerdict.RecordedOtherwise);
        ended.Judge(ReportStep.InvestigationExtended, Ended, null).ShouldBe(StepVerdict.OutOfOrder);
        (none with { NotOpenedOn = Opened }).Judge(ReportStep.InvestigationOpened, Ended, null).ShouldBe(StepVerdict.Accepted);
        (none with { NotOpenedOn = Ended }).Judge(ReportStep.InvestigationOpened, Opened, null).ShouldBe(StepVerdict.OutOfOrder);
    }

    private static List<ReportDeadline> Of(Service reporter, ReportProgress progress) => [.. ReportDeadlines.Of(Received, reporter, progress)];

    private static ReportDeadline One(ReportProgress progress, ReportDeadlineKind kind) =>
        Of(Service.PrimarySchool, progress).Single(deadline => deadline.Kind == kind);

    private static DateOnly? Day(ReportProgress progress, ReportDeadlineKind kind) => One(progress, kind).LastDay;
}
