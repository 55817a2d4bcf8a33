using System.Globalization;
using Taushet.Core.Requests.Identifiers;

namespace Taushet.Demo.People;

/// <summary>Makes synthetic national identity numbers: the month is raised by 80 (Skatteetaten's synthetic population).</summary>
internal static class SyntheticNumber
{
    private const int MonthOffset = 80;

    /// <summary>Makes the number of a birth date and an individual number.</summary>
    /// <param name="birthDate">The birth date.</param>
    /// <param name="individual">000 to 999; 500 and above for births from 2000 on.</param>
    /// <returns>Eleven digits, or null when the individual number is not used.</returns>
    public static string? Compose(DateOnly birthDate, int individual) => NationalNumber.Complete(string.Create(
        CultureInfo.InvariantCulture,
        $"{birthDate.Day:D2}{birthDate.Month + MonthOffset:D2}{birthDate.Year % 100:D2}{individual:D3}"));
}
