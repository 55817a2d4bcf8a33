using System.Text.Json;

namespace Taushet.Cli.Trail.Export;

/// <summary>One JSON object a line, with the names of the columns. What is empty is left out; sets are lists.</summary>
internal sealed class JsonLinesFormat : IEntryFormat
{
    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal) { "bases", "given", "outcomes", "rules" };

    private static readonly (JsonEncodedText Name, bool IsList, Func<ExportedEntry, string> Value)[] Properties =
        [.. EntryColumns.All.Select(column => (JsonEncodedText.Encode(column.Name), Lists.Contains(column.Name), column.Value))];

    private readonly JsonText json = new();

    public void Begin(TextWriter output)
    {
    }

    public void Write(TextWriter output, ExportedEntry entry)
    {
        json.Write(output, entry, static (writer, one) =>
        {
            writer.WriteStartObject();
            foreach (var (name, isList, value) in Properties)
            {
                WriteProperty(writer, name, isList, value(one));
            }

            writer.WriteEndObject();
        });
        output.Write('\n');
    }

    public void End(TextWriter output)
    {
    }

    private static void WriteProperty(Utf8JsonWriter writer, JsonEncodedText name, bool isList, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (!isList)
        {
            writer.WriteString(name, text);
            return;
        }

        writer.WriteStartArray(name);
        foreach (var item in text.Split(' '))
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }
}
