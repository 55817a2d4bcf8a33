using System.Globalization;

namespace Taushet.Demo.People;

/// <summary>Synthetic national identity numbers: the month is raised by 80, the control digits are right (law 11).</summary>
internal static class NationalNumber
{
    private const int SyntheticOffset = 80;

    private static ReadOnlySpan<int> FirstWeights => [3, 7, 6, 1, 8, 9, 4, 5, 2];

    private static ReadOnlySpan<int> SecondWeights => [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>Makes the number of a birth date and an individual number.</summary>
    /// <param name="birthDate">The birth date.</param>
    /// <param name="individual">000 to 999; 500 and above for births from 2000 on.</param>
    /// <returns>Eleven digits, or null when a control digit would be 10: then the individual number is not used.</returns>
    public static string? Compose(DateOnly birthDate, int individual)
    {
        var digits = string.Create(
            CultureInfo.InvariantCulture,
            $"{birthDate.Day:D2}{birthDate.Month + SyntheticOffset:D2}{birthDate.Year % 100:D2}{individual:D3}");
        var first = Control(digits, FirstWeights);
        if (first == 10)
        {
            return null;
        }

        var second = Control(digits + first, SecondWeights);
        return second == 10 ? null : $"{digits}{first}{second}";
    }

    /// <summary>Whether the text is a synthetic number with right control digits.</summary>
    public static bool IsSynthetic(string text) =>
        text.Length == 11
        && text.All(char.IsAsciiDigit)
        && int.Parse(text.AsSpan(2, 2), CultureInfo.InvariantCulture) is > SyntheticOffset and <= SyntheticOffset + 12
        && Control(text[..9], FirstWeights) == text[9] - '0'
        && Control(text[..10], SecondWeights) == text[10] - '0';

    private static int Control(string digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var place = 0; place < weights.Length; place++)
        {
            sum += weights[place] * (digits[place] - '0');
        }

        return (11 - sum % 11) % 11;
    }
}
