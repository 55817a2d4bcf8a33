namespace Taushet.Core.Requests.Identifiers;

/// <summary>Checks an organisation number (Enhetsregisteret).</summary>
public static class OrganisationNumber
{
    /// <summary>How many digits a number has.</summary>
    public const int Length = 9;

    private static ReadOnlySpan<byte> Weights => [3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>Whether the text is nine ASCII digits with the right control digit.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length != Length || text.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var sum = 0;
        for (var place = 0; place < Length; place++)
        {
            sum += Weights[place] * (text[place] - '0');
        }

        return sum % 11 == 0;
    }
}
