using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Taushet.Client.Fiks;

/// <summary>Reads and writes Fiks messages.</summary>
/// <remarks>
/// Refused: what is no JSON, a member that comes twice, one of another type, and a required one that is not there.
/// Kept: members that are not known, wherever they stand, for a report is not to be lost over a field we do not know.
/// </remarks>
public static class FiksJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        AllowDuplicateProperties = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        WriteIndented = true,
    };

    /// <summary>Reads a public reporter's report.</summary>
    /// <exception cref="FiksException">It is none; the message says where, and no value.</exception>
    public static FiksReport Read(string json) => Read<FiksReport>(json);

    /// <summary>Reads a private person's report.</summary>
    /// <exception cref="FiksException">It is none; the message says where, and no value.</exception>
    public static FiksPrivateReport ReadPrivate(string json) => Read<FiksPrivateReport>(json);

    /// <summary>Writes a message.</summary>
    public static string Write<T>(T message)
        where T : FiksPart => JsonSerializer.Serialize(message, Options);

    /// <summary>The message as a tree, for comparing.</summary>
    internal static JsonNode Tree<T>(T message)
        where T : FiksPart => JsonSerializer.SerializeToNode(message, Options)!;

    private static T Read<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new FiksException("$ is null");
        }
        catch (JsonException error)
        {
            // The library's own message may tell a value.
            throw new FiksException($"{error.Path ?? "$"} is missing, comes twice, or is of another type (line {(error.LineNumber ?? 0) + 1})");
        }
    }
}

/// <summary>A text is no message of Fiks.</summary>
/// <param name="where">Where it is not, and never a value.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Roslynator", "RCS1194:Implement exception constructors", Justification = "It always says where.")]
public sealed class FiksException(string where) : FormatException($"This is no Fiks message: {where}.");
