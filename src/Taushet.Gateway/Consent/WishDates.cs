using System.Globalization;
using Taushet.Gateway.Errors;

namespace Taushet.Gateway.Consent;

/// <summary>Days as the wire tells them.</summary>
internal static class WishDates
{
    private const string Form = "yyyy-MM-dd";
    private static readonly DateOnly Latest = new(9999, 12, 31);

    /// <summary>Reads a day.</summary>
    /// <param name="text">As it was sent.</param>
    /// <param name="field">Where.</param>
    /// <param name="otherwise">What an empty text means; null: it is required.</param>
    /// <param name="faults">Where a violation is noted.</param>
    public static DateOnly Read(string text, string field, DateOnly? otherwise, FieldFaults faults)
    {
        if (text.Length == 0 && otherwise is { } meant)
        {
            return meant;
        }

        if (DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year >= 1900
            && (date.Year < 9990 || date == Latest))
        {
            return date;
        }

        faults.Add(field, otherwise is null ? "is required, as 2026-09-01" : "must be a day as 2026-09-01, or empty");
        return new DateOnly(2000, 1, 1);
    }

    /// <summary>A day on the wire; empty for one that never comes.</summary>
    public static string Write(DateOnly date) => date == Latest ? string.Empty : date.ToString(Form, CultureInfo.InvariantCulture);
}
