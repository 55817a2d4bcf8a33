namespace Taushet.Core.Duties;

/// <summary>How far barnevern has come with a report, in days of Europe/Oslo; null where a step has not been recorded.</summary>
/// <param name="OpenedOn">When an investigation was opened.</param>
/// <param name="NotOpenedOn">When it was put aside without one.</param>
/// <param name="ExtendedOn">When the investigation was made a special case that may take longer.</param>
/// <param name="EndedOn">When the investigation ended.</param>
/// <param name="FollowedUp">Whether the child and family are followed up after it: all that a reporter may know of how it ended.</param>
/// <param name="FollowUpToldOn">When the reporter was told that.</param>
/// <param name="Answered">Whether a feedback has answered the report.</param>
public sealed record ReportProgress(
    DateOnly? OpenedOn,
    DateOnly? NotOpenedOn,
    DateOnly? ExtendedOn,
    DateOnly? EndedOn,
    bool? FollowedUp,
    DateOnly? FollowUpToldOn,
    bool Answered)
{
    /// <summary>A report with which nothing has been done.</summary>
    public static ReportProgress None { get; } = new(null, null, null, null, null, null, Answered: false);

    /// <summary>When a step was taken; null when it has not been recorded.</summary>
    public DateOnly? DayOf(ReportStep step) => step switch
    {
        ReportStep.InvestigationOpened => OpenedOn,
        ReportStep.InvestigationNotOpened => NotOpenedOn,
        ReportStep.InvestigationExtended => ExtendedOn,
        ReportStep.InvestigationEnded => EndedOn,
        ReportStep.FollowUpTold => FollowUpToldOn,
    };

    /// <summary>What becomes of a step that barnevern records.</summary>
    /// <param name="step">The step.</param>
    /// <param name="day">When it was taken.</param>
    /// <param name="followedUp">Whether the child is followed up; for the end of an investigation alone.</param>
    public StepVerdict Judge(ReportStep step, DateOnly day, bool? followedUp)
    {
        if (DayOf(step) is { } earlier)
        {
            return earlier == day && (step != ReportStep.InvestigationEnded || FollowedUp == followedUp)
                ? StepVerdict.Repeated
                : StepVerdict.RecordedOtherwise;
        }

        return Follows(step, day) ? StepVerdict.Accepted : StepVerdict.OutOfOrder;
    }

    // A report that was put aside may be taken up later; an investigation that was opened cannot be made not to be.
    private bool Follows(ReportStep step, DateOnly day) => step switch
    {
        ReportStep.InvestigationOpened => NotOpenedOn is not { } aside || day >= aside,
        ReportStep.InvestigationNotOpened => OpenedOn is null,
        ReportStep.InvestigationExtended => day >= OpenedOn && EndedOn is null,
        ReportStep.InvestigationEnded => day >= OpenedOn && (ExtendedOn is not { } extended || day >= extended),
        ReportStep.FollowUpTold => true,
    };
}

/// <summary>What becomes of a step that barnevern records.</summary>
public enum StepVerdict
{
    /// <summary>It is new and follows what was recorded.</summary>
    Accepted,

    /// <summary>The very same has been recorded.</summary>
    Repeated,

    /// <summary>It has been recorded with another day, or another outcome.</summary>
    RecordedOtherwise,

    /// <summary>It does not follow what was recorded, such as an end of what was never opened.</summary>
    OutOfOrder,
}
