namespace Taushet.Core.Requests;

/// <summary>The calendar of the law: dates in Europe/Oslo and ages on them.</summary>
/// <remarks>
/// Computed from the common European rule in force since 1996 (summer time from the last Sunday of March to the last
/// Sunday of October, changing at 01:00 UTC), so that no time zone data on the machine can change a decision.
/// </remarks>
public static class OsloTime
{
    /// <summary>The date in Oslo at an instant. Right for instants from 1996 on.</summary>
    public static DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(LocalAt(instant));

    /// <summary>Date and time of day in Oslo at an instant. Right for instants from 1996 on.</summary>
    public static DateTime LocalAt(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        return DateTime.SpecifyKind(utc + (IsSummer(utc) ? TimeSpan.FromHours(2) : TimeSpan.FromHours(1)), DateTimeKind.Unspecified);
    }

    /// <summary>Whole years lived on a date. A birthday begins at 00:00; 29 February is 1 March in common years.</summary>
    /// <returns>Negative when the birth date lies ahead.</returns>
    public static int AgeOn(DateOnly birthDate, DateOnly date)
    {
        var years = date.Year - birthDate.Year;
        return date < BirthdayIn(birthDate, date.Year) ? years - 1 : years;
    }

    private static DateOnly BirthdayIn(DateOnly birthDate, int year) =>
        birthDate is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year)
            ? new DateOnly(year, 3, 1)
            : new DateOnly(year, birthDate.Month, birthDate.Day);

    private static bool IsSummer(DateTime utc) =>
        utc >= LastSundayOf(utc.Year, 3).AddHours(1) && utc < LastSundayOf(utc.Year, 10).AddHours(1);

    private static DateTime LastSundayOf(int year, int month)
    {
        var last = new DateTime(year, month, 31, 0, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
