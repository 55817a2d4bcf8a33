using System.Globalization;
using System.Text;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Cli.Trail.Export;

/// <summary>ArcSight common event format, one event a line, for whoever watches logs.</summary>
/// <remarks>INVARIANT: no text in a CEF export can end its field: bars, equals signs, backslashes and line ends are escaped.</remarks>
internal sealed class CefFormat : IEntryFormat
{
    private const int Informative = 3;
    private const int Refused = 5;

    private readonly StringBuilder line = new(1024);

    public void Begin(TextWriter output)
    {
    }

    public void Write(TextWriter output, ExportedEntry entry)
    {
        line.Clear();
        line.Append("CEF:0|Taushet|taushet|1|").Append(Header(entry.Kind)).Append('|')
            .Append(entry.GivesSomething ? "Information given" : "Nothing given").Append('|')
            .Append(entry.GivesSomething ? Informative : Refused).Append('|');
        Add("rt", entry.Milliseconds.ToString(CultureInfo.InvariantCulture));
        Add("externalId", entry.Id);
        Add("act", entry.Kind);
        Add("outcome", entry.GivesSomething ? "given" : "nothing");
        Add("suid", entry.Person);
        Add("spriv", entry.Role);
        Add("duid", entry.Pseudonym);
        Add("sproc", entry.Caller);
        Add("request", entry.Request);
        Add("cs1Label", "receiver");
        Add("cs1", Party(entry.Receiver));
        Add("cs2Label", "holder");
        Add("cs2", Party(entry.Holder));
        Add("cs3Label", "purpose");
        Add("cs3", entry.Purpose);
        Add("cs4Label", "bases");
        Add("cs4", entry.Bases);
        Add("cs5Label", "given");
        Add("cs5", entry.Given);
        Add("cs6Label", "log");
        Add("cs6", $"{entry.Log}/{entry.Index}");
        Add("flexString1Label", "Decision");
        Add("flexString1", entry.GivesSomething ? "Permit" : "Deny");
        line.Length--;
        output.Write(line);
        output.Write('\n');
    }

    public void End(TextWriter output)
    {
    }

    /// <summary>Text as a field of the header.</summary>
    public static string Header(string text) => Unbroken(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal));

    /// <summary>Text as the value of an extension.</summary>
    public static string Value(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("=", "\\=", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unbroken(string text) => text.Replace('\r', ' ').Replace('\n', ' ');

    private static string Party(PartyRef party) => $"{Codes<Service>.Of(party.Service)} {party.Organisation} {party.Unit}".TrimEnd();

    private void Add(string name, string value)
    {
        if (value.Length > 0)
        {
            line.Append(name).Append('=').Append(Value(value)).Append(' ');
        }
    }
}
