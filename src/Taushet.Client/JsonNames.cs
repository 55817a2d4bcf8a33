using System.Text.Json;
using Google.Protobuf.Reflection;

namespace Taushet.Client;

/// <summary>Members of JSON by the names that the contract's fields have there: a parser takes <c>caseReference</c> and <c>case_reference</c>.</summary>
internal static class JsonNames
{
    /// <summary>Reads JSON that begins an object.</summary>
    /// <returns>Null when it is none, or somewhere names a field twice: a reader sees both, and a parser takes one.</returns>
    public static JsonDocument? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind == JsonValueKind.Object && IsUnambiguous(document.RootElement))
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The member of a field.</summary>
    public static JsonElement? Find(JsonElement json, FieldDescriptor field) => json.ValueKind != JsonValueKind.Object
        ? null
        : json.EnumerateObject().Where(member => Key(member.Name) == Key(field.Name)).Select(member => (JsonElement?)member.Value).FirstOrDefault();

    private static bool IsUnambiguous(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Select(member => Key(member.Name)).Distinct(StringComparer.Ordinal).Count() == json.EnumerateObject().Count()
            && json.EnumerateObject().All(member => IsUnambiguous(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().All(IsUnambiguous),
        _ => true,
    };

    private static string Key(string name) => name.Replace("_", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
}
