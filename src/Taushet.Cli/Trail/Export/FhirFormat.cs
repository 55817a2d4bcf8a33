using System.Text.Json;
using Taushet.Core.Vocabulary;

namespace Taushet.Cli.Trail.Export;

/// <summary>
/// A FHIR R4 Bundle of AuditEvents in the shape of IHE BALP's Privacy Disclosure at the source: who disclosed, to whom, about whom,
/// for what and by which request. A refusal is an event whose outcome says so.
/// </summary>
/// <remarks>
/// Nothing of Norway's own draft profile that would need what the trail does not hold is filled in: it has no encounter and no name.
/// </remarks>
internal sealed class FhirFormat : IEntryFormat
{
    private const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";
    private const string Organisation = "urn:oid:2.16.578.1.12.4.1.4.101";
    private readonly JsonText json = new();
    private bool first = true;

    public void Begin(TextWriter output) => output.Write("""{"resourceType":"Bundle","type":"collection","entry":[""");

    public void Write(TextWriter output, ExportedEntry entry)
    {
        output.Write(first ? "\n" : ",\n");
        first = false;
        json.Write(output, entry, WriteEntry);
    }

    public void End(TextWriter output) => output.Write("\n]}\n");

    private static void WriteEntry(Utf8JsonWriter json, ExportedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("fullUrl", $"urn:uuid:{entry.Entry.Entry:D}");
        json.WriteStartObject("resource");
        json.WriteString("resourceType", "AuditEvent");
        json.WriteString("id", entry.Id);
        WriteCoding(json, "type", Dicom, "110106", "Export");
        json.WriteStartArray("subtype");
        WriteCoding(json, "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle", "disclose", "Disclose Record Lifecycle Event");
        WriteCoding(json, "urn:taushet:entry-kind", entry.Kind, entry.Kind);
        json.WriteEndArray();
        json.WriteString("action", "R");
        json.WriteString("recorded", entry.Time);
        json.WriteString("outcome", entry.GivesSomething ? "0" : "4");
        json.WriteString("outcomeDesc", entry.GivesSomething ? $"Given: {entry.Given}" : "Nothing was given");
        WritePurposes(json, entry);
        WriteAgents(json, entry);
        json.WriteStartObject("source");
        WriteIdentified(json, "observer", "urn:taushet:log", entry.Log);
        json.WriteEndObject();
        WriteEntities(json, entry);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The purposes are those of the gateway's vocabulary: no code of the common systems says as much, and none is made up.
    private static void WritePurposes(Utf8JsonWriter json, ExportedEntry entry)
    {
        if (entry.Purpose.Length > 0)
        {
            json.WriteStartArray("purposeOfEvent");
            WriteConcept(json, "urn:taushet:purpose", entry.Purpose, entry.Purpose);
            json.WriteEndArray();
        }
    }

    private static void WriteAgents(Utf8JsonWriter json, ExportedEntry entry)
    {
        json.WriteStartArray("agent");
        WriteAgent(json, "110153", "Source Role ID", Codes<Service>.Of(entry.Holder.Service), entry.Holder.Organisation, requestor: false);
        WriteAgent(json, "110152", "Destination Role ID", Codes<Service>.Of(entry.Receiver.Service), entry.Receiver.Organisation, requestor: true);
        if (entry.Person.Length > 0)
        {
            json.WriteStartObject();
            WriteConcept(json, "type", "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", "information recipient");
            WriteIdentified(json, "who", "urn:taushet:employee-reference", entry.Person);
            if (entry.Role.Length > 0)
            {
                json.WriteStartArray("role");
                json.WriteStartObject();
                json.WriteString("text", entry.Role);
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteBoolean("requestor", true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAgent(Utf8JsonWriter json, string code, string display, string service, string organisation, bool requestor)
    {
        json.WriteStartObject();
        WriteConcept(json, "type", Dicom, code, display);
        json.WriteStartArray("role");
        WriteConcept(json, "urn:taushet:service", service, service);
        json.WriteEndArray();
        WriteIdentified(json, "who", Organisation, organisation);
        json.WriteBoolean("requestor", requestor);
        json.WriteEndObject();
    }

    private static void WriteEntities(Utf8JsonWriter json, ExportedEntry entry)
    {
        json.WriteStartArray("entity");
        json.WriteStartObject();
        WriteIdentified(json, "what", "urn:taushet:pseudonym", entry.Pseudonym);
        WriteCoding(json, "type", "http://terminology.hl7.org/CodeSystem/audit-entity-type", "1", "Person");
        WriteCoding(json, "role", "http://terminology.hl7.org/CodeSystem/object-role", "1", "Patient");
        json.WriteEndObject();
        json.WriteStartObject();
        WriteIdentified(json, "what", "urn:taushet:request", entry.Request);
        WriteCoding(json, "type", "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId", "X-Request-Id");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteIdentified(Utf8JsonWriter json, string name, string system, string value)
    {
        json.WriteStartObject(name);
        json.WriteStartObject("identifier");
        json.WriteString("system", system);
        json.WriteString("value", value.Length > 0 ? value : "none");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteConcept(Utf8JsonWriter json, string name, string system, string code, string display)
    {
        json.WritePropertyName(name);
        WriteConcept(json, system, code, display);
    }

    private static void WriteConcept(Utf8JsonWriter json, string system, string code, string display)
    {
        json.WriteStartObject();
        json.WriteStartArray("coding");
        WriteCoding(json, system, code, display);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCoding(Utf8JsonWriter json, string name, string system, string code, string display)
    {
        json.WritePropertyName(name);
        WriteCoding(json, system, code, display);
    }

    private static void WriteCoding(Utf8JsonWriter json, string system, string code, string display)
    {
        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("code", code);
        json.WriteString("display", display);
        json.WriteEndObject();
    }
}
