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
    private const int MostRemembered = 4096;

    private const string Person =
        """
        ,{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ParticipationType","code":"IRCP","display":"information recipient"}]},"who":{"identifier":{"system":"urn:taushet:employee-reference","value":"
        """;

    private readonly FhirText json = new();
    private readonly Dictionary<CellSet, string> given = [];
    private bool first = true;

    public void Begin(TextWriter output) => output.Write("""{"resourceType":"Bundle","type":"collection","entry":[""");

    public void Write(TextWriter output, ExportedEntry entry)
    {
        json.Clear().Raw(first ? "\n" : ",\n");
        first = false;
        WriteEntry(entry);
        json.WriteTo(output);
    }

    public void End(TextWriter output) => output.Write("\n]}\n");

    private void WriteEntry(ExportedEntry exported)
    {
        var entry = exported.Entry;
        var part = entry.Public;
        json.Raw("{\"fullUrl\":\"urn:uuid:").Id(entry.Entry, "D")
            .Raw("\",\"resource\":{\"resourceType\":\"AuditEvent\",\"id\":\"").Id(entry.Entry, "N")
            .Raw(FhirForms.Type).Raw(FhirForms.Of(part.Kind))
            .Raw("],\"action\":\"R\",\"recorded\":\"").Time(part.TimeMicros)
            .Raw("\",\"outcome\":\"").Raw(exported.GivesSomething ? "0" : "4")
            .Raw("\",\"outcomeDesc\":\"").Raw(exported.GivesSomething ? GivenOf(part.Given) : "Nothing was given").Raw("\"")
            .Raw(FhirForms.Of(part.Purpose)).Raw(",\"agent\":[");
        WriteAgents(exported);
        json.Raw("],\"source\":{\"observer\":{\"identifier\":{\"system\":\"urn:taushet:log\",\"value\":\"").Id(entry.Log, "N")
            .Raw("\"}}},\"entity\":[{\"what\":{\"identifier\":{\"system\":\"urn:taushet:pseudonym\",\"value\":\"").Hex(entry.Subject.Span)
            .Raw(FhirForms.ChildRole).Id(part.RequestId, "N")
            .Raw(FhirForms.RequestType);
    }

    private void WriteAgents(ExportedEntry entry)
    {
        WriteAgent(FhirForms.Source(entry.Holder.Service), entry.Holder.Organisation, "\"}},\"requestor\":false},");
        WriteAgent(FhirForms.Destination(entry.Receiver.Service), entry.Receiver.Organisation, "\"}},\"requestor\":true}");
        if (entry.Person.Length > 0)
        {
            json.Raw(Person).Escaped(entry.Person).Raw("\"}}");
            if (entry.Role.Length > 0)
            {
                json.Raw(",\"role\":[{\"text\":\"").Escaped(entry.Role).Raw("\"}]");
            }

            json.Raw(",\"requestor\":true}");
        }
    }

    private void WriteAgent(string begins, string organisation, string ends) =>
        json.Raw(begins).Escaped(organisation.Length > 0 ? organisation : "none").Raw(ends);

    // Few sets are given, each very often.
    private string GivenOf(CellSet cells)
    {
        if (!given.TryGetValue(cells, out var text))
        {
            text = $"Given: {cells}";
            if (given.Count < MostRemembered)
            {
                given.Add(cells, text);
            }
        }

        return text;
    }
}
