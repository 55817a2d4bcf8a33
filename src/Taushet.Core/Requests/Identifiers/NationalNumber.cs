using System.Globalization;

namespace Taushet.Core.Requests.Identifiers;

/// <summary>Checks a fødselsnummer or D-number by today's rule and by the one for numbers given from 2032, in parallel.</summary>
/// <remarks>
/// Neither age, century nor sex is read from the number: from 2032 it tells none of them.
/// </remarks>
public static class NationalNumber
{
    /// <summary>How many digits a number has.</summary>
    public const int Length = 11;

    private const int BirthDateLength = 6;

    private static ReadOnlySpan<byte> FirstWeights => [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];

    private static ReadOnlySpan<byte> SecondWeights => [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>Whether the text is a well-formed number of a possible date with right control digits.</summary>
    /// <param name="text">Exactly eleven ASCII digits.</param>
    /// <param name="series">The series; meaningless when the answer is false.</param>
    public static bool IsValid(ReadOnlySpan<char> text, out NumberSeries series)
    {
        series = NumberSeries.Real;
        if (text.Length != Length || text.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        // From 2032 the first control digit may leave 0 to 3; older numbers leave 0, so that one test covers both rules.
        return HasPossibleDate(text, out series)
            && Remainder(text, FirstWeights) <= 3
            && Remainder(text, SecondWeights) == 0;
    }

    /// <summary>Ends nine digits, of a date and an individual number, with the control digits of today's rule.</summary>
    /// <param name="digits">Exactly nine ASCII digits.</param>
    /// <returns>Eleven digits, or null when a control digit would be 10: then the individual number is not used.</returns>
    /// <exception cref="ArgumentException">The text is not nine ASCII digits.</exception>
    public static string? Complete(ReadOnlySpan<char> digits)
    {
        if (digits.Length != Length - 2 || digits.ContainsAnyExceptInRange('0', '9'))
        {
            throw new ArgumentException("Nine digits are needed.", nameof(digits));
        }

        return Digit(Remainder(digits, FirstWeights[..^1])) is { } first
            && Digit(Remainder($"{digits}{first}", SecondWeights[..^1])) is { } second
                ? $"{digits}{first}{second}"
                : null;

        // The digit, of weight 1, that leaves 0.
        static char? Digit(int remainder) => remainder switch
        {
            0 => '0',
            1 => null,
            _ => (char)('0' + 11 - remainder),
        };
    }

    /// <summary>Whether a valid number stands anywhere in a text, with no digit right before or after it.</summary>
    /// <remarks>
    /// Digits of any script count, and one character that is neither letter nor digit may stand after the birth date, as
    /// people write numbers ("030484 12345").
    /// </remarks>
    public static bool OccursIn(ReadOnlySpan<char> text)
    {
        for (var start = 0; start + Length <= text.Length; start++)
        {
            if ((start == 0 || !char.IsDigit(text[start - 1])) && StandsAt(text[start..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StandsAt(ReadOnlySpan<char> text)
    {
        Span<char> number = stackalloc char[Length];
        var place = 0;
        for (var count = 0; count < Length; place++)
        {
            if (place == text.Length)
            {
                return false;
            }

            if (char.IsDigit(text[place]))
            {
                number[count++] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(text[place]));
            }
            else if (place != BirthDateLength || char.IsLetter(text[place]))
            {
                return false;
            }
        }

        return (place == text.Length || !char.IsDigit(text[place])) && IsValid(number, out _);
    }

    private static bool HasPossibleDate(ReadOnlySpan<char> text, out NumberSeries series)
    {
        var day = Pair(text, 0);
        day = day > 40 ? day - 40 : day;
        (var month, series) = Pair(text, 2) switch
        {
            > 80 and <= 92 and var shifted => (shifted - 80, NumberSeries.SyntheticTaxAdministration),
            > 65 and <= 77 and var shifted => (shifted - 65, NumberSeries.SyntheticHealthNetwork),
            > 40 and <= 52 and var shifted => (shifted - 40, NumberSeries.SyntheticNavOrHelpNumber),
            var plain => (plain, NumberSeries.Real),
        };

        // The century is not known: 29 February is possible in every year that is divisible by four, 00 among them.
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000 + Pair(text, 4), month);
    }

    private static int Pair(ReadOnlySpan<char> text, int start) => ((text[start] - '0') * 10) + text[start + 1] - '0';

    private static int Remainder(ReadOnlySpan<char> text, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var place = 0; place < weights.Length; place++)
        {
            sum += weights[place] * (text[place] - '0');
        }

        return sum % 11;
    }
}
