using System.Text.Json;

namespace Taushet.Gateway.Altinn;

/// <summary>The question to Altinn's decision point and its answer, in the JSON profile of XACML 3.0 as Altinn uses it.</summary>
internal static class RightsQuestion
{
    // A system user authenticates through Maskinporten, which Altinn counts as level 3.
    private const int SystemUserLevel = 3;
    private const string LevelObligation = "urn:altinn:minimum-authenticationlevel";

    /// <summary>Writes the question: may this system user do this with this resource, for its owner.</summary>
    public static byte[] Write(AltinnRightsOptions options, Guid systemUser, string owner) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        Request = new
        {
            ReturnPolicyIdList = false,
            AccessSubject = new[] { Category(("urn:altinn:systemuser:uuid", systemUser.ToString("D"))) },
            Action = new[] { Category(("urn:oasis:names:tc:xacml:1.0:action:action-id", options.Action)) },
            Resource = new[] { Category(("urn:altinn:resource", options.Resource), ("urn:altinn:organization:identifier-no", owner)) },
        },
    });

    /// <summary>Reads the answer: true for one permit without conditions that are not met, false for any other decision, null for none.</summary>
    public static bool? Read(ReadOnlyMemory<byte> answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 32 });
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("Response", out var all)
                && all.ValueKind == JsonValueKind.Array
                && all.GetArrayLength() == 1
                    ? Decision(all[0])
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool? Decision(JsonElement result) =>
        result.ValueKind == JsonValueKind.Object
        && result.TryGetProperty("Decision", out var decision)
        && decision.ValueKind == JsonValueKind.String
            ? decision.GetString() switch
            {
                "Permit" => Met(result),
                "Deny" or "NotApplicable" => false,
                _ => null,
            }
            : null;

    // XACML 3.0, 7.18: who cannot meet an obligation must not give access.
    private static bool Met(JsonElement result) =>
        !result.TryGetProperty("Obligations", out var obligations)
        || obligations.ValueKind == JsonValueKind.Null
        || (obligations.ValueKind == JsonValueKind.Array && obligations.EnumerateArray().All(IsMet));

    private static bool IsMet(JsonElement obligation) =>
        obligation.ValueKind == JsonValueKind.Object
        && obligation.TryGetProperty("AttributeAssignment", out var assigned)
        && assigned.ValueKind == JsonValueKind.Array
        && assigned.GetArrayLength() > 0
        && assigned.EnumerateArray().All(one =>
            one.ValueKind == JsonValueKind.Object
            && Text(one, "Category") == LevelObligation
            && int.TryParse(Text(one, "Value"), out var level)
            && level <= SystemUserLevel);

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static object Category(params (string Id, string Value)[] attributes) => new
    {
        Attribute = attributes.Select(one => new
        {
            AttributeId = one.Id,
            one.Value,
            DataType = "http://www.w3.org/2001/XMLSchema#string",
        }),
    };
}
