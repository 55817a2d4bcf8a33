using System.Globalization;
using Taushet.Cli.Trail.Export;
using Taushet.V1;

namespace Taushet.Cli.Trail.Reports;

/// <summary>A report as a table: CSV, its own columns first, then the counts and the times, then where the entry stands.</summary>
internal sealed class ReportTable(TextWriter output)
{
    private static readonly string[] Common = ["entries", "given", "first", "last", "log", "index"];

    /// <summary>How many rows were written.</summary>
    public long Rows { get; private set; }

    /// <summary>Writes a part of the stream.</summary>
    public void Write(GetReportResponse part)
    {
        if (part.Columns.Count > 0)
        {
            WriteLine([.. part.Columns, .. Common]);
        }

        foreach (var row in part.Rows)
        {
            Rows++;
            WriteLine(
            [
                .. row.Keys,
                row.Entries.ToString(CultureInfo.InvariantCulture),
                row.Given.ToString(CultureInfo.InvariantCulture),
                row.First is null ? string.Empty : Lines.Time(row.First.ToDateTimeOffset()),
                row.Last is null ? string.Empty : Lines.Time(row.Last.ToDateTimeOffset()),
                row.Entry is null ? string.Empty : Convert.ToHexStringLower(row.Entry.LogId.Span),
                row.Entry is null ? string.Empty : row.Entry.Index.ToString(CultureInfo.InvariantCulture),
            ]);
        }
    }

    private void WriteLine(IEnumerable<string> fields)
    {
        output.Write(string.Join(',', fields.Select(CsvFormat.Field)));
        output.Write("\r\n");
    }
}
