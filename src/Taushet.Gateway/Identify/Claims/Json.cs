using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Taushet.Gateway.Identify.Claims;

/// <summary>Reads the JSON of tokens and proofs by exact type. What is of another type is absent.</summary>
internal static class Json
{
    /// <summary>The JSON object that a part of a token encodes; null when it encodes anything else.</summary>
    public static JsonElement? Object(string encoded, JsonDocumentOptions options)
    {
        try
        {
            var root = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(encoded), options).RootElement;
            return root.ValueKind == JsonValueKind.Object ? root : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A member that is a text, or null.</summary>
    public static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? TextOf(value) : null;

    /// <summary>A member that is an object, or null.</summary>
    public static JsonElement? Inner(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>A member that is a list, or an empty one.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>A member that is an instant in seconds since 1970, or null.</summary>
    public static DateTimeOffset? Instant(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var seconds)
        && seconds is >= 0 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    // Half of a surrogate pair can be written in JSON but is no text.
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
