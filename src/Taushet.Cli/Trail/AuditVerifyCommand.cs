using System.CommandLine;
using Taushet.Cli.Trail.Verifying;
using Taushet.Client;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Ports;
using Taushet.Storage.Trail;

namespace Taushet.Cli.Trail;

/// <summary>
/// <c>taushet audit verify</c>: every leaf, root and signature of every log, and what stands outside the database. Needs no gateway
/// and no secret key: a copy of the database will do.
/// </summary>
internal static class AuditVerifyCommand
{
    private static readonly Option<string[]> Key = new("--key")
    {
        Description = "A public key to verify with, as it was published: a line name+id+base64 or a file of such lines. By default those "
            + "in the data folder, which whoever can replace the database may be able to replace too.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> Receipt = new("--receipt")
    {
        Description = "Messages that receivers kept, with their receipts: files of protobuf bytes or JSON, or folders of such. Any message "
            + "of the contract that has a receipt; what of it the receipt proves is told.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Message = new("--message")
    {
        Description = "What message each file of --receipt is, as taushet.v1.PreviewResponse. By default they tell themselves; a file "
            + "that could be two things with different proofs is told and not taken.",
    };

    private static readonly Option<bool> NoProgress = new("--no-progress") { Description = "Tell nothing until the end." };

    /// <summary>Builds the command.</summary>
    public static Command Build(GatewayVariables variables)
    {
        var command = new Command(
            "verify",
            "Recomputes every log from its entries, checks each checkpoint's signature, and compares with the checkpoint files and with "
            + "receipts. Reads only. Exit code 1 when anything is wrong.");
        command.Add(TrailOptions.Log);
        command.Add(TrailOptions.CheckpointFile);
        command.Add(Key);
        command.Add(Receipt);
        command.Add(Message);
        command.Add(NoProgress);
        command.Add(SharedOptions.Data);
        command.SetAction((parsed, cancellation) =>
            OpenLogs.RunAsync(parsed, opened => RunAsync(opened, parsed, variables, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(
        OpenLogs opened,
        ParseResult parsed,
        GatewayVariables variables,
        CancellationToken cancellation)
    {
        var pinned = parsed.GetValue(Key) ?? [];
        var (keys, fault) = PinnedKeys.Read(pinned, opened.Folder);
        if (fault is not null)
        {
            return fault.Tell(opened.Errors);
        }

        var named = parsed.GetValue(Message) is { } name ? ReceiptedMessage.Find(name) : null;
        if (named is null && parsed.GetValue(Message) is { } unknown)
        {
            return new CommandFault(
                "no message of that name comes with a receipt",
                $"--message {unknown}",
                "give one of " + string.Join(", ", ReceiptedMessage.All.Select(message => message.Name)))
                .Tell(opened.Errors);
        }

        // What is outside is read before the logs: a gateway that runs appends to its file after it has stored.
        var receipts = ReceiptFiles.Read(parsed.GetValue(Receipt) ?? [], named, keys);
        using var outside = new Outside(CheckpointPlaces.Of(parsed, opened.Folder, variables), receipts);
        outside.Open((await opened.Reader.LogsAsync(cancellation)).Select(log => log.Gateway).Append(variables.LogName));
        outside.OpenAllIn(opened.Folder);
        var logs = await opened.Reader.LogsAsync(cancellation);
        var chosen = logs;
        if (parsed.GetValue(TrailOptions.Log) is { } asked)
        {
            if (!LogChoice.TryFind(logs, asked, out var log, out var missing))
            {
                return missing.Tell(opened.Errors);
            }

            chosen = [log];
        }

        var progress = parsed.GetValue(NoProgress) ? null : opened.Progress(chosen.Sum(log => Math.Max(0, log.Size)));
        var verdicts = await VerifyAsync(opened, chosen, outside, keys, progress, cancellation);
        var elsewhere = chosen.Count == logs.Count ? await MissingAsync(opened.Reader, logs, outside, keys, cancellation) : receipts.Broken;
        foreach (var line in receipts.Proved)
        {
            opened.Output.WriteLine(line);
        }

        return Conclude(opened.Output, verdicts, elsewhere, pinned.Length > 0, outside.Spoiled);
    }

    private static async Task<List<LogVerdict>> VerifyAsync(
        OpenLogs opened,
        IReadOnlyList<LogSummary> logs,
        Outside outside,
        IReadOnlyList<NoteKey> keys,
        VerifyProgress? progress,
        CancellationToken cancellation)
    {
        var verdicts = new List<LogVerdict>();
        var width = logs.Select(log => Lines.Name(log).Length).DefaultIfEmpty().Max();
        foreach (var log in logs)
        {
            var report = await LogVerification.VerifyAsync(opened.Reader, log, keys, outside.Of(log), progress, cancellation);
            var verdict = new LogVerdict(report, outside.PlaceOf(log));
            verdicts.Add(verdict);
            progress?.Done(report.Entries);
            progress?.End();
            foreach (var line in verdict.Tell(width))
            {
                opened.Output.WriteLine(line);
            }
        }

        return verdicts;
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(
        ILogReader reader,
        IReadOnlyList<LogSummary> logs,
        Outside outside,
        IReadOnlyList<NoteKey> keys,
        CancellationToken cancellation)
    {
        var headless = await reader.HeadlessAsync(cancellation);

        // A log that a gateway has begun since the logs were listed is no defect.
        var now = (await reader.LogsAsync(cancellation)).Select(log => log.Log).ToHashSet();
        return
        [
            .. headless.Where(log => !now.Contains(log)).Select(log => $"log {log:n}: its head is missing, but there are rows of it"),
            .. outside.Missing(logs, keys),
        ];
    }

    private static int Conclude(
        TextWriter output, List<LogVerdict> verdicts, IReadOnlyList<string> elsewhere, bool isPinned, long spoiled)
    {
        foreach (var line in elsewhere)
        {
            output.WriteLine(line);
        }

        var defects = verdicts.Sum(one => one.Report.DefectCount) + elsewhere.Count;
        var apart = verdicts.Count(one => !one.IsCompared);
        foreach (var line in new Unexcluded(isPinned, apart, verdicts.Sum(one => one.Report.Receipts), spoiled).Tell())
        {
            output.WriteLine(line);
        }

        output.WriteLine(
            $"{Lines.Count(verdicts.Count, "log")}, {Lines.Count(verdicts.Sum(one => one.Report.Entries), "entry")}, "
            + $"{Lines.Count(defects, "defect")}"
            + (apart == 0 ? string.Empty : $"; {Lines.Count(apart, "log")} not compared with anything outside the database"));
        return defects == 0 ? 0 : 1;
    }
}
