namespace Taushet.Cli.Trail.Export;

/// <summary>CSV (RFC 4180): comma, CRLF, a line of names first.</summary>
/// <remarks>INVARIANT: no field of a CSV export begins with a character by which a spreadsheet takes it for a formula.</remarks>
internal sealed class CsvFormat : IEntryFormat
{
    private const string End = "\r\n";

    public void Begin(TextWriter output)
    {
        output.Write(string.Join(',', EntryColumns.All.Select(column => column.Name)));
        output.Write(End);
    }

    public void Write(TextWriter output, ExportedEntry entry)
    {
        for (var i = 0; i < EntryColumns.All.Count; i++)
        {
            if (i > 0)
            {
                output.Write(',');
            }

            WriteField(output, EntryColumns.All[i].Value(entry));
        }

        output.Write(End);
    }

    void IEntryFormat.End(TextWriter output)
    {
    }

    /// <summary>One field as it stands in the file.</summary>
    public static string Field(string text)
    {
        using var output = new StringWriter();
        WriteField(output, text);
        return output.ToString();
    }

    private static void WriteField(TextWriter output, string text)
    {
        var dangerous = text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠');
        if (!dangerous && text.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            output.Write(text);
            return;
        }

        output.Write('"');
        if (dangerous)
        {
            output.Write('\'');
        }

        output.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        output.Write('"');
    }
}
