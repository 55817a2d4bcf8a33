using System.Globalization;
using Taushet.Core.Requests.Identifiers;
using Taushet.Gateway.Errors;

namespace Taushet.Gateway.Receive;

/// <summary>Checks the few free texts of a request: short references that name no person.</summary>
internal static class TextCheck
{
    /// <summary>How long a reference or role may be.</summary>
    public const int ReferenceLength = 64;

    /// <summary>Notes a text that is too long, holds a person's number, or holds control characters.</summary>
    public static void Check(string text, string field, FieldFaults faults, int atMost = ReferenceLength)
    {
        if (text.Length > atMost)
        {
            faults.Add(field, $"may have at most {atMost} characters");
        }
        else if (HasControls(text, longText: atMost > ReferenceLength))
        {
            faults.Add(field, "may have no control characters");
        }
        else if (NationalNumber.OccursIn(text))
        {
            faults.Add(field, "must not hold a national identity number");
        }
    }

    private static bool HasControls(string text, bool longText)
    {
        foreach (var letter in text)
        {
            if (longText ? char.IsControl(letter) && letter is not ('\n' or '\r' or '\t') : IsUnseen(letter))
            {
                return true;
            }
        }

        return false;
    }

    // What does not show can hide a number, or turn around what a reader sees.
    private static bool IsUnseen(char letter) => char.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
