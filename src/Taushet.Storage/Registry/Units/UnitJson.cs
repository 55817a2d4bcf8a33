using System.Globalization;
using System.Text.Json;
using Taushet.Core.Requests.Identifiers;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Registry.Units;

/// <summary>Reads one unit as the organisation registry's open data writes it. What is not named here is not looked at.</summary>
internal static class UnitJson
{
    private const int LongestName = 256;
    private const string PersonsOwnBusiness = "ENK";
    private static readonly string[] Industries = ["naeringskode1", "naeringskode2", "naeringskode3"];
    private static readonly string[] Closed = ["slettedato", "nedleggelsesdato"];
    private static readonly string[] Winding = ["konkurs", "underAvvikling", "underTvangsavviklingEllerTvangsopplosning"];
    private static readonly string[] WindingFrom = ["konkursdato", "underAvviklingDato", "tvangsopplostPgaManglendeDagligLederDato"];

    /// <summary>Reads a unit.</summary>
    /// <param name="json">The unit's object.</param>
    /// <param name="today">The day from which a unit is bankrupt of which the file tells no day.</param>
    /// <returns>The unit, or the field that does not hold and the rule it breaks.</returns>
    public static UnitRead Read(JsonElement json, DateOnly today)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return UnitRead.Faulty("the item", "is no object");
        }

        var number = Text(json, "organisasjonsnummer");
        if (!OrganisationNumber.IsValid(number))
        {
            return UnitRead.Faulty("organisasjonsnummer", "is no organisation number");
        }

        var parent = Text(json, "overordnetEnhet");
        if (parent.Length > 0 && !OrganisationNumber.IsValid(parent))
        {
            return UnitRead.Faulty("overordnetEnhet", "is no organisation number");
        }

        var form = Text(Inner(json, "organisasjonsform"), "kode");
        if (form.Length is 0 or > 10 || !form.All(char.IsAsciiLetterOrDigit))
        {
            return UnitRead.Faulty("organisasjonsform.kode", "is no code");
        }

        var name = Text(json, "navn");
        if (name.Length is 0 or > LongestName)
        {
            return UnitRead.Faulty("navn", "has from 1 to 256 characters");
        }

        return Dated(json, today) is not { } dates
            ? UnitRead.Faulty("a date", "is no day, as 2026-09-01")
            : new UnitRead(
                new RegisteredUnit(
                    number,
                    form == PersonsOwnBusiness ? string.Empty : name,
                    form,
                    parent,
                    Municipality(json),
                    [.. Industries.Select(field => Text(Inner(json, field), "kode")).Where(IsIndustry)],
                    dates.Deleted,
                    dates.Bankrupt),
                Fault: null);
    }

    private static (DateOnly? Deleted, DateOnly? Bankrupt)? Dated(JsonElement json, DateOnly today)
    {
        var deleted = First(json, Closed);
        var bankrupt = First(json, WindingFrom);
        if (!deleted.Holds || !bankrupt.Holds)
        {
            return null;
        }

        var winds = Winding.Any(field => json.TryGetProperty(field, out var flag) && flag.ValueKind == JsonValueKind.True);
        return (deleted.Day, bankrupt.Day ?? (winds ? today : null));
    }

    private static (bool Holds, DateOnly? Day) First(JsonElement json, string[] fields)
    {
        foreach (var text in fields.Select(field => Text(json, field)).Where(text => text.Length > 0))
        {
            // Some dates come with a time.
            return DateOnly.TryParseExact(
                text[..Math.Min(text.Length, 10)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? (true, day)
                : (false, null);
        }

        return (true, null);
    }

    private static string Municipality(JsonElement json)
    {
        var own = Text(Inner(json, "beliggenhetsadresse"), "kommunenummer");
        var number = own.Length > 0 ? own : Text(Inner(json, "forretningsadresse"), "kommunenummer");
        return number.Length == 4 && number.All(char.IsAsciiDigit) ? number : string.Empty;
    }

    private static bool IsIndustry(string code) =>
        code.Length is >= 2 and <= 7 && code.All(letter => char.IsAsciiDigit(letter) || letter == '.');

    private static JsonElement Inner(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var inner) ? inner : default;

    private static string Text(JsonElement json, string name)
    {
        var found = Inner(json, name);
        return found.ValueKind == JsonValueKind.String ? found.GetString() ?? string.Empty : string.Empty;
    }
}

/// <summary>One item of a file as it was read.</summary>
/// <param name="Unit">The unit; null when it does not hold.</param>
/// <param name="Fault">Which field breaks which rule; never a value.</param>
public readonly record struct UnitRead(RegisteredUnit? Unit, string? Fault)
{
    /// <summary>An item that does not hold.</summary>
    internal static UnitRead Faulty(string field, string rule) => new(null, $"{field} {rule}");
}
