using System.Text.Encodings.Web;
using Taushet.Core.Vocabulary;

namespace Taushet.Cli.Trail.Export;

/// <summary>A page to be printed, in Norwegian: one row an entry.</summary>
internal sealed class HtmlFormat(string title) : IEntryFormat
{
    private static readonly (string Name, Func<ExportedEntry, string> Value)[] Columns =
    [
        ("Tid (UTC)", entry => entry.Time),
        ("Mottaker", entry => $"{Codes<Service>.Of(entry.Receiver.Service)} {entry.Receiver.Organisation}"),
        ("Ansatt", entry => $"{entry.Person} {entry.Role}"),
        ("Avgiver", entry => $"{Codes<Service>.Of(entry.Holder.Service)} {entry.Holder.Organisation}"),
        ("Formål", entry => entry.Purpose),
        ("Grunnlag", entry => entry.Bases),
        ("Gitt", entry => entry.GivesSomething ? entry.Given : "ingenting"),
        ("Barn (pseudonym)", entry => entry.Pseudonym[..12]),
        ("Logg", entry => $"{entry.Log[..8]}/{entry.Index}"),
    ];

    private long count;

    public void Begin(TextWriter output)
    {
        output.Write($$"""
            <!DOCTYPE html>
            <html lang="nb"><head><meta charset="utf-8"><title>{{Encode(title)}}</title>
            <style>
            body { font: 10pt sans-serif } table { border-collapse: collapse; width: 100% }
            th, td { border: 1px solid #999; padding: 2px 4px; text-align: left; vertical-align: top; overflow-wrap: anywhere }
            thead { display: table-header-group } tr { break-inside: avoid }
            @page { size: A4 landscape; margin: 12mm }
            </style></head><body><h1>{{Encode(title)}}</h1><table><thead><tr>
            """);
        foreach (var (name, _) in Columns)
        {
            output.Write($"<th scope=\"col\">{Encode(name)}</th>");
        }

        output.Write("</tr></thead><tbody>\n");
    }

    public void Write(TextWriter output, ExportedEntry entry)
    {
        count++;
        output.Write("<tr>");
        foreach (var (_, value) in Columns)
        {
            output.Write("<td>");
            HtmlEncoder.Default.Encode(output, value(entry).Trim());
            output.Write("</td>");
        }

        output.Write("</tr>\n");
    }

    public void End(TextWriter output) => output.Write($"</tbody></table><p>{count} oppføringer.</p></body></html>\n");

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
