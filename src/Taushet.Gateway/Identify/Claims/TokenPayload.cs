using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Taushet.Gateway.Identify.Claims;

/// <summary>The claims of a token as JSON, read by exact type: a number is no text and a list is no value.</summary>
internal sealed class TokenPayload
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly JsonElement root;

    private TokenPayload(JsonElement root) => this.root = root;

    /// <summary>Reads the payload of a token; null when it is no JSON object or a name stands twice in it.</summary>
    public static TokenPayload? Of(JsonWebToken token) =>
        Json.Object(token.EncodedPayload, Strict) is { } read ? new TokenPayload(read) : null;

    /// <summary>Whether there is a claim of this name, whatever it is.</summary>
    public bool Has(string name) => root.TryGetProperty(name, out _);

    /// <summary>A claim that is a text, or null.</summary>
    public string? Text(string name) => Json.Text(root, name);

    /// <summary>A claim that is a text without space or control character, of 1 to 128 characters, or null.</summary>
    public string? Word(string name) => Text(name) is { Length: > 0 and <= 128 } text
        && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)) ? text : null;

    /// <summary>A claim that is an instant in whole seconds, or null.</summary>
    public DateTimeOffset? Instant(string name) => Json.Instant(root, name);

    /// <summary>A claim that is an object, or null.</summary>
    public JsonElement? Object(string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>A claim that is a list of texts; null when it is absent or something else.</summary>
    public IReadOnlyList<string>? Texts(string name) =>
        root.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : null;

    /// <summary>The objects of a claim that is a list of objects; none when it is absent; null when it is something else.</summary>
    public IReadOnlyList<JsonElement>? Objects(string name)
    {
        if (!root.TryGetProperty(name, out var value))
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
                ? [.. value.EnumerateArray()]
                : null;
    }
}
