using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Taushet.Client.Fiks;
using Taushet.V1;

namespace Taushet.Cli.Fiks;

/// <summary>Envelope, disclosures and kept values of a Fiks report as one JSON file. Unknown fields of it are refused.</summary>
internal static class FiksSheet
{
    private static readonly JsonSerializerOptions Options = new()
    {
        AllowDuplicateProperties = false,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));

    /// <summary>Writes what was imported.</summary>
    public static string Write(ImportedReport imported) => new JsonObject
    {
        ["envelope"] = JsonSerializer.SerializeToNode(imported.Envelope, Options),
        ["disclosures"] = new JsonArray([.. imported.Disclosures.Select(one => JsonNode.Parse(Formatter.Format(one)))]),
        ["kept"] = JsonSerializer.SerializeToNode(imported.Kept, Options),
    }.ToJsonString(Options);

    /// <summary>Reads a sheet. What it kept is not read: it has no place in the form.</summary>
    /// <exception cref="FiksException">It is none; the message says where.</exception>
    public static (IReadOnlyList<Disclosure> Disclosures, FiksEnvelope Envelope) Read(string text)
    {
        try
        {
            var sheet = JsonNode.Parse(text)?.AsObject() ?? throw new FiksException("$ is null");
            var disclosures = (sheet["disclosures"]?.AsArray() ?? [])
                .Select(one => JsonParser.Default.Parse<Disclosure>(one!.ToJsonString())).ToList();
            var envelope = sheet["envelope"].Deserialize<FiksEnvelope>(Options) ?? new FiksEnvelope();
            return disclosures.Count > 0 ? (disclosures, envelope) : throw new FiksException("$.disclosures is empty");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new FiksException("$.envelope or $ is of another type");
        }
        catch (InvalidProtocolBufferException)
        {
            // The library's own message may tell a value.
            throw new FiksException("$.disclosures holds a field that is unknown or of another type");
        }
    }
}
