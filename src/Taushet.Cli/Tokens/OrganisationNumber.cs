namespace Taushet.Cli.Tokens;

/// <summary>Norwegian organisation numbers (law 11).</summary>
public static class OrganisationNumber
{
    private static ReadOnlySpan<byte> Weights => [3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>Whether the text is nine digits with the right control digit and a first digit that is in use.</summary>
    /// <remarks>Real numbers start with 8 or 9, synthetic ones with 2 or 3.</remarks>
    public static bool IsValid(string? text) =>
        text is { Length: 9 }
        && text.All(char.IsAsciiDigit)
        && text[0] is '2' or '3' or '8' or '9'
        && ControlDigit(text.AsSpan(0, 8)) == text[8] - '0';

    /// <summary>The control digit of eight digits: 0 to 9, or 10 when no number has them.</summary>
    public static int ControlDigit(ReadOnlySpan<char> eightDigits)
    {
        var sum = 0;
        for (var place = 0; place < Weights.Length; place++)
        {
            sum += Weights[place] * (eightDigits[place] - '0');
        }

        return (11 - sum % 11) % 11;
    }
}
