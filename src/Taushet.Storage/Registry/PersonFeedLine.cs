using System.Globalization;
using System.Text.Json;
using Taushet.Core.Requests.Identifiers;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Registry;

/// <summary>Reads one line of the person registry's feed. The format is described in the README of this folder.</summary>
/// <remarks>INVARIANT: a fault of the feed names the line and the field, never the value.</remarks>
internal sealed class PersonFeedLine
{
    private const int MostFormerNumbers = 16;
    private const string DateForm = "yyyy-MM-dd";

    // How far the registry's clock may be ahead of ours.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    private static readonly string[] Fields =
    [
        "as_of", "number", "birth_date", "grading", "parental_responsibility", "child_lives_with", "death_date", "former_numbers",
        "complete",
    ];

    private readonly long line;
    private readonly PersonFeedRules rules;
    private readonly ICollection<PersonFeedFault> faults;

    private PersonFeedLine(long line, PersonFeedRules rules, ICollection<PersonFeedFault> faults)
    {
        this.line = line;
        this.rules = rules;
        this.faults = faults;
    }

    /// <summary>Reads a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="rules">What is accepted.</param>
    /// <param name="faults">Where what is wrong with it is noted.</param>
    /// <returns>What it says; of no meaning when a fault was noted.</returns>
    public static PersonFeedRecord Read(string text, long number, PersonFeedRules rules, ICollection<PersonFeedFault> faults)
    {
        var reader = new PersonFeedLine(number, rules, faults);
        try
        {
            using var json = JsonDocument.Parse(text, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object ? reader.Record(json.RootElement) : reader.NoObject();
        }
        catch (JsonException)
        {
            return reader.NoObject();
        }
    }

    private PersonFeedRecord NoObject()
    {
        Note(string.Empty, "is no JSON object, or has a field twice");
        return default;
    }

    private PersonFeedRecord Record(JsonElement json)
    {
        if (json.EnumerateObject().Any(property => !Fields.Contains(property.Name, StringComparer.Ordinal)))
        {
            Note(string.Empty, "has a field that the feed does not have");
        }

        var asOf = Time(json);
        if (json.TryGetProperty("complete", out var complete))
        {
            if (complete.ValueKind != JsonValueKind.True || json.EnumerateObject().Count() != 2)
            {
                Note("complete", "must be true, on a line with as_of and nothing else");
            }

            return new PersonFeedRecord(Event: null, asOf);
        }

        return new PersonFeedRecord(
            new PersonEvent
            {
                AsOf = asOf,
                Number = Number(json.TryGetProperty("number", out var number) ? number : default, "number"),
                BirthDate = Date(json, "birth_date", asOf),
                Grading = Grading(json),
                Responsibility = Responsibility(json),
                DeathDate = Date(json, "death_date", asOf),
                FormerNumbers = Former(json),
            },
            asOf);
    }

    private DateTimeOffset Time(JsonElement json)
    {
        if (!json.TryGetProperty("as_of", out var value)
            || value.ValueKind != JsonValueKind.String
            || !value.TryGetDateTimeOffset(out var time)
            || !HasZone(value.GetString()!))
        {
            Note("as_of", "is required, as 2026-09-01T09:58:00Z");
            return default;
        }

        if (time > rules.Now + Ahead || time < DateTimeOffset.UnixEpoch)
        {
            Note("as_of", "lies ahead of this machine's clock, or before 1970");
        }

        return time;
    }

    // A time without its zone would be read as this machine's.
    private static bool HasZone(string text) =>
        text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');

    private string Number(JsonElement value, string field)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
        if (!NationalNumber.IsValid(text, out var series))
        {
            Note(field, "is no fødselsnummer or D-number");
        }
        else if (rules.Real is { } real && real != (series == NumberSeries.Real))
        {
            Note(field, real ? "is synthetic; this store takes real numbers only" : "is of the real series; this store takes synthetic numbers only");
        }

        return text;
    }

    private List<string> Former(JsonElement json)
    {
        var numbers = new List<string>();
        if (!json.TryGetProperty("former_numbers", out var list))
        {
            return numbers;
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > MostFormerNumbers)
        {
            Note("former_numbers", "must list from 1 to 16 numbers");
            return numbers;
        }

        var own = json.TryGetProperty("number", out var number) && number.ValueKind == JsonValueKind.String ? number.GetString() : null;
        foreach (var item in list.EnumerateArray())
        {
            var former = Number(item, $"former_numbers[{numbers.Count}]");
            if (string.Equals(former, own, StringComparison.Ordinal))
            {
                Note($"former_numbers[{numbers.Count}]", "is the number itself");
            }

            numbers.Add(former);
        }

        return numbers;
    }

    private Told<DateOnly> Date(JsonElement json, string field, DateTimeOffset asOf)
    {
        if (!json.TryGetProperty(field, out var value))
        {
            return default;
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            return Told<DateOnly>.Unknown;
        }

        if (value.ValueKind != JsonValueKind.String
            || !DateOnly.TryParseExact(value.GetString(), DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Note(field, "must be a date, as 2012-04-01, or null");
            return default;
        }

        // In the easternmost zone the day has begun already.
        if (date > DateOnly.FromDateTime(asOf.UtcDateTime.AddHours(14)))
        {
            Note(field, "lies after as_of");
        }

        return Told<DateOnly>.Of(date);
    }

    private Told<Grading> Grading(JsonElement json) => Coded(json, "grading", PersonFeedCodes.Grading);

    private Told<ParentalResponsibility> Responsibility(JsonElement json)
    {
        var oneHome = false;
        if (json.TryGetProperty("child_lives_with", out var home))
        {
            oneHome = home.ValueKind == JsonValueKind.String && home.ValueEquals("one");
            if (!oneHome && !(home.ValueKind == JsonValueKind.String && home.ValueEquals("both")))
            {
                Note("child_lives_with", "must be both or one");
            }

            if (!json.TryGetProperty("parental_responsibility", out var beside) || beside.ValueKind != JsonValueKind.String
                || !beside.ValueEquals("felles"))
            {
                Note("child_lives_with", "goes with parental_responsibility felles alone");
            }
        }

        return Coded(json, "parental_responsibility", code => PersonFeedCodes.Responsibility(code, oneHome));
    }

    private Told<T> Coded<T>(JsonElement json, string field, Func<string, Told<T>?> meaning)
        where T : struct
    {
        if (!json.TryGetProperty(field, out var value))
        {
            return default;
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            return Told<T>.Unknown;
        }

        if (value.ValueKind == JsonValueKind.String && meaning(value.GetString()!) is { } told)
        {
            return told;
        }

        Note(field, "is a code that the feed does not have");
        return default;
    }

    private void Note(string field, string rule) => faults.Add(new PersonFeedFault(line, field, rule));
}
