using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Taushet.Core.Trail.Notes;

/// <summary>Forms that have one spelling only.</summary>
internal static class StrictText
{
    /// <summary>Standard base64 with its padding and nothing else; null for any other spelling.</summary>
    public static byte[]? FromBase64(string text)
    {
        var bytes = new byte[text.Length / 4 * 3];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text
            ? bytes[..length]
            : null;
    }

    /// <summary>A number in decimal digits without sign or leading zeros; null for any other spelling.</summary>
    public static long? FromDecimal(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == text
            ? number
            : null;

    /// <summary>The text of UTF-8 bytes; null when they are not UTF-8.</summary>
    public static string? FromUtf8(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>The text in UTF-8; null when it holds half a surrogate pair.</summary>
    public static byte[]? ToUtf8(string text)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return Utf8.FromUtf16(text, bytes, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done
            ? bytes[..length]
            : null;
    }
}
