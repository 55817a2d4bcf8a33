using System.CommandLine;
using System.Text;
using Taushet.Cli.Trail.Export;
using Taushet.Core.Requests.Identifiers;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail;

/// <summary><c>taushet audit export</c>: entries in a form other tools take. Streams, and tells how far it has come.</summary>
internal static class AuditExportCommand
{
    private static readonly Option<string> Format = new("--format")
    {
        Description = "csv, jsonl, cef, fhir (R4 AuditEvent, IHE BALP) or html (to print).",
        DefaultValueFactory = _ => "csv",
    };

    private static readonly Option<DateOnly?> From = new("--from") { Description = "First day, UTC, as 2026-09-01." };

    private static readonly Option<DateOnly?> To = new("--to") { Description = "Last day, UTC." };

    private static readonly Option<string?> ChildFile = new("--child-file")
    {
        Description = "A file with the child's national identity number: a number is never an argument, which others could see.",
    };

    private static readonly Option<string?> Organisation = new("--org")
    {
        Description = "Only entries to which this organisation is a party. Reasons are told of those it holds, and of no others.",
    };

    private static readonly Option<string?> Out = new("--out") { Description = "The file to write. By default what the command prints." };

    private static readonly Option<string> Reader = new("--reader") { Description = "Reference of who takes the entries out.", Required = true };

    private static readonly Option<string> Reference = new("--reference") { Description = "What they are taken out for.", Required = true };

    /// <summary>Builds the command.</summary>
    public static Command Build(TimeProvider clock)
    {
        var command = new Command(
            "export",
            "Exports entries with codes and ids, never a value of any field. The export is itself an entry, in the log of the identity "
            + "'operator', before its first line is written.");
        Format.AcceptOnlyFromAmong("csv", "jsonl", "cef", "fhir", "html");
        foreach (var option in (Option[])[Format, From, To, ChildFile, Organisation, Out, Reader, Reference, SharedOptions.Data])
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellation) =>
            OpenTrail.RunAsOperatorAsync(parsed, opened => RunAsync(opened, parsed, clock, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(OpenTrail opened, ParseResult parsed, TimeProvider clock, CancellationToken cancellation)
    {
        SubjectKey? child = null;
        if (parsed.GetValue(ChildFile) is { } path)
        {
            var number = (await File.ReadAllTextAsync(path, cancellation)).Trim();
            if (!NationalNumber.IsValid(number, out _))
            {
                return new CommandFault("the file holds no national identity number", path, "write the eleven digits and nothing else").Tell(opened.Errors);
            }

            child = new SubjectKey(number, null);
        }

        var selection = new ExportSelection(
            child,
            parsed.GetValue(Organisation) ?? string.Empty,
            Micros(parsed.GetValue(From)) ?? 0,
            Micros(parsed.GetValue(To)?.AddDays(1)) ?? long.MaxValue);
        var record = new OperatorReading(
            parsed.GetRequiredValue(Reader), parsed.GetRequiredValue(Reference), parsed.GetValue(Format)!, selection);
        if (!await record.StoreAsync(opened.Store.Audit, clock, cancellation))
        {
            return new CommandFault(
                "the entry that tells of this export could not be stored, so that nothing is exported",
                opened.Folder.Place,
                "see that the store can be written, and that no other export is running").Tell(opened.Errors);
        }

        return await WriteAsync(opened, parsed, selection, cancellation);
    }

    private static async Task<int> WriteAsync(OpenTrail opened, ParseResult parsed, ExportSelection selection, CancellationToken cancellation)
    {
        await using var file = parsed.GetValue(Out) is { } path ? new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16) : null;
        var run = new ExportRun(opened.Store.Index, FormatOf(parsed.GetValue(Format)!), file ?? opened.Output, opened.Errors);
        var written = await run.RunAsync(selection, cancellation);
        opened.Errors.WriteLine($"{Lines.Count(written, "entry")} exported");
        return 0;
    }

    private static IEntryFormat FormatOf(string name) => name switch
    {
        "jsonl" => new JsonLinesFormat(),
        "cef" => new CefFormat(),
        "fhir" => new FhirFormat(),
        "html" => new HtmlFormat("Utlevering og innsyn: utskrift av loggen"),
        _ => new CsvFormat(),
    };

    private static long? Micros(DateOnly? day) => day is { } date
        ? (date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond
        : null;
}
