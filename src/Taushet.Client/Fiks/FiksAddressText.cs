using System.Collections.Immutable;

namespace Taushet.Client.Fiks;

/// <summary>An address of Fiks as the one line that a record has.</summary>
internal static class FiksAddressText
{
    private const string Between = ", ";
    private const int PostalCode = 4;

    public static string Line(FiksAddress address)
    {
        var place = $"{address.PostalCode} {address.PostalPlace}".Trim();
        string?[] parts = [address.Line1, address.Line2, address.Line3, place];
        return string.Join(Between, parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    public static FiksAddress Read(string line)
    {
        ImmutableArray<string> parts = line.Length == 0 ? [] : [.. line.Split(Between)];
        var last = parts.IsEmpty ? string.Empty : parts[^1];
        var hasPlace = last.Length >= PostalCode && last[..PostalCode].All(char.IsAsciiDigit) && (last.Length == PostalCode || last[PostalCode] == ' ');
        var lines = hasPlace ? parts.RemoveAt(parts.Length - 1) : parts;
        return new FiksAddress
        {
            Line1 = lines.ElementAtOrDefault(0) ?? string.Empty,
            Line2 = lines.ElementAtOrDefault(1) ?? string.Empty,
            Line3 = string.Join(Between, lines.Skip(2)),
            PostalCode = hasPlace ? last[..PostalCode] : string.Empty,
            PostalPlace = hasPlace ? last[PostalCode..].TrimStart() : string.Empty,
        };
    }
}
