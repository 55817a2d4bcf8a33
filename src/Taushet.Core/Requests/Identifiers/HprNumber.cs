namespace Taushet.Core.Requests.Identifiers;

/// <summary>Checks the form of a number in the register of health personnel (HPR). It has no control digit: only the register knows.</summary>
public static class HprNumber
{
    private const int Shortest = 7;
    private const int Longest = 9;

    /// <summary>Whether the text is 7 to 9 ASCII digits.</summary>
    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length is >= Shortest and <= Longest && !text.ContainsAnyExceptInRange('0', '9');
}
