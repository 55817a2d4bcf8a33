namespace Taushet.Gateway.Receive;

/// <summary>Counts with days that a caller states: also with the last ones there are.</summary>
internal static class StatedDays
{
    /// <summary>The day so many months after another; the last day of the calendar when it would lie beyond.</summary>
    public static DateOnly MonthsAfter(DateOnly day, int months) =>
        (day.Year * 12) + day.Month + months > (DateOnly.MaxValue.Year * 12) + 12 ? DateOnly.MaxValue : day.AddMonths(months);
}
