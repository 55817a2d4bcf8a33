using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage;
using Taushet.Storage.Ports;
using Taushet.Storage.Registry.Units;

namespace Taushet.Cli.Participants;

/// <summary><c>taushet participants import</c>: takes what the organisation registry says, and tells where registrations differ.</summary>
internal static class ParticipantsImportCommand
{
    private const int BatchSize = 2000;
    private const int LinesBetween = 100_000;

    /// <summary>Builds the command.</summary>
    public static Command Build(TimeProvider clock)
    {
        var file = new Argument<string>("file")
        {
            Description = "Enhetsregisteret's open data: enheter or underenheter, as JSON, packed (gzip) or not; see src/Taushet.Storage/Registry/README.md.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Reads the file and tells what it would show, and writes nothing." };
        var complete = new Option<bool>("--complete")
        {
            Description = "The file is the whole register of its kind: what it no longer has is marked as deleted.",
        };
        var command = new Command("import", "Imports the organisation registry for the cross-check of participants; registers nobody.");
        command.Add(file);
        command.Add(SharedOptions.Data);
        command.Add(dryRun);
        command.Add(complete);
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed,
            new Wish(parsed.GetRequiredValue(file), parsed.GetValue(dryRun), parsed.GetValue(complete)),
            Now(clock),
            cancellation));
        return command;
    }

    private static ImportTime Now(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new ImportTime(now, OsloTime.DateAt(now));
    }

    private static async Task<int> RunAsync(ParseResult parsed, Wish wish, ImportTime when, CancellationToken cancellation)
    {
        var folder = new DataFolder(parsed.GetRequiredValue(SharedOptions.Data));
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            await using var store = await folder.OpenStoreAsync(cancellation);
            return store is null
                ? new CommandFault("there is no store", folder.Place, "point --data at a gateway's data folder").Tell(errors)
                : await ImportAsync(store, wish, when, output, errors, cancellation);
        }
        catch (Exception fault) when (fault is InvalidOperationException or DbException or IOException or UnauthorizedAccessException
            or JsonException or InvalidDataException or StoredValueException)
        {
            return new CommandFault(
                $"the register cannot be imported: {fault.Message}",
                wish.Path,
                "what was written stands; put right what is wrong and run the command again")
                .Tell(errors);
        }
    }

    private static async Task<int> ImportAsync(
        IStore store, Wish wish, ImportTime when, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var wanted = await new Discrepancies(store.Registry, new UnitCrossCheck(store.Organisations.FindAsync)).NumbersAsync(when.Today, cancellation);
        var seen = new SeenUnits(store.Organisations, wanted);
        var import = new UnitImport(store.Organisations, BatchSize);
        var counts = await import.RunAsync(
            new UnitFile(wish.Path),
            when,
            write: !wish.DryRun,
            (unit, so_far) =>
            {
                seen.Note(unit);
                if (so_far.Items % LinesBetween == 0)
                {
                    output.WriteLine($"{so_far.Items} units");
                }
            },
            cancellation);
        var marked = wish is { Complete: true, DryRun: false } ? await import.CompleteAsync(counts, when, cancellation) : 0;
        if (marked is null)
        {
            return new CommandFault(
                "the file cannot be taken for the whole register of one kind, so nothing was marked as deleted",
                wish.Path,
                "import enheter and underenheter each by a file of its own, without faults; its units were imported")
                .Tell(errors);
        }

        Tell(counts, wish, marked.Value, output);
        await TellDiscrepanciesAsync(new Discrepancies(store.Registry, new UnitCrossCheck(seen.FindAsync)), when, output, cancellation);
        return 0;
    }

    private static void Tell(UnitCounts counts, Wish wish, int marked, TextWriter output)
    {
        foreach (var fault in counts.Told)
        {
            output.WriteLine(fault);
        }

        output.WriteLine(wish.DryRun ? "dry run: nothing was written" : $"{counts.Items - counts.Faults} units imported");
        output.WriteLine(
            $"{counts.MainUnits} enheter, {counts.SubUnits} underenheter; {counts.Deleted} deleted, {counts.Bankrupt} bankrupt or being wound up; {counts.Faults} left out");
        if (wish is { Complete: true, DryRun: false })
        {
            output.WriteLine($"{marked} that the file no longer has marked as deleted");
        }
    }

    private static async Task TellDiscrepanciesAsync(
        Discrepancies discrepancies, ImportTime when, TextWriter output, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var found in discrepancies.FindAsync(when.Today, cancellation))
        {
            count++;
            var unit = found.Key.Unit.Length == 0 ? "-" : found.Key.Unit;
            var codes = string.Join(", ", found.Warnings.Select(WarningTexts.Of));
            output.WriteLine($"{found.Key.Organisation} {unit} {Codes<Service>.Of(found.Key.Service)}: {codes}");
        }

        output.WriteLine(count == 0
            ? "no registration in force differs from the register"
            : $"{count} registrations in force differ from the register: an administrator proposes what follows from it, and another confirms");
    }

    private sealed record Wish(string Path, bool DryRun, bool Complete);
}
