using System.CommandLine;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Signing;
using Taushet.Storage.Trail;

namespace Taushet.Cli.Trail;

/// <summary><c>taushet audit verify</c>: every leaf, root and signature of every log, and what stands outside the database.</summary>
internal static class AuditVerifyCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(GatewayVariables variables)
    {
        var command = new Command(
            "verify",
            "Recomputes every log from its entries, checks each checkpoint's signature, and compares with the checkpoint files. "
            + "Exit code 1 when anything is wrong.");
        command.Add(TrailOptions.Log);
        command.Add(TrailOptions.CheckpointFile);
        command.Add(SharedOptions.Data);
        command.SetAction((parsed, cancellation) =>
            OpenTrail.RunAsync(parsed, opened => RunAsync(opened, parsed, variables, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(
        OpenTrail opened,
        ParseResult parsed,
        GatewayVariables variables,
        CancellationToken cancellation)
    {
        var trail = opened.Store.Trail;
        var keys = CheckpointKeys.Published(opened.Folder.Path);
        if (keys.Count == 0)
        {
            return new CommandFault(
                "there is no public key to verify with",
                opened.Folder.PublicKeys,
                "bring the list of the gateway that wrote the log: it is not secret").Tell(opened.Errors);
        }

        // The files are read before the logs: a gateway that runs appends to its file after it has stored.
        var places = CheckpointPlaces.Of(parsed, opened.Folder, variables);
        var records = (await trail.LogsAsync(cancellation)).Select(log => log.Gateway).Distinct(StringComparer.Ordinal)
            .ToDictionary(gateway => gateway, gateway => CheckpointRecord.Read(places.Of(gateway)), StringComparer.Ordinal);
        var logs = await trail.LogsAsync(cancellation);
        if (parsed.GetValue(TrailOptions.Log) is { } asked)
        {
            if (!LogChoice.TryFind(logs, asked, out var log, out var fault))
            {
                return fault.Tell(opened.Errors);
            }

            logs = [log];
        }

        var verdicts = new List<LogVerdict>();
        var width = logs.Select(log => Lines.Name(log).Length).DefaultIfEmpty().Max();
        foreach (var log in logs)
        {
            var verdict = await VerifyAsync(trail, log, records.GetValueOrDefault(log.Gateway), keys, cancellation);
            verdicts.Add(verdict);
            foreach (var line in verdict.Tell(width, places.Of(log.Gateway)))
            {
                opened.Output.WriteLine(line);
            }
        }

        return Conclude(opened.Output, verdicts);
    }

    private static async Task<LogVerdict> VerifyAsync(
        ITrailReader trail,
        LogSummary log,
        CheckpointRecord? record,
        IReadOnlyList<NoteKey> keys,
        CancellationToken cancellation)
    {
        var outside = (log.ClosedAt is null ? record?.NewestOf(log.Gateway) : record?.LargestOf(LogInspection.OriginOf(log))) ?? [];
        return new LogVerdict(
            await LogVerification.VerifyAsync(trail, log, keys, cancellation),
            await LogInspection.OfAsync(trail, log, outside, cancellation),
            outside.All(one => LogVerdict.IsSigned(one, keys)));
    }

    private static int Conclude(TextWriter output, List<LogVerdict> verdicts)
    {
        var defects = verdicts.Sum(one => one.Defects);
        var apart = verdicts.Count(one => !one.IsCompared);
        output.WriteLine(
            $"{Lines.Count(verdicts.Count, "log")}, {Lines.Count(verdicts.Sum(one => one.Report.Entries), "entry")}, "
            + $"{Lines.Count(defects, "defect")}"
            + (apart == 0 ? string.Empty : $"; {Lines.Count(apart, "log")} not compared with anything outside the database"));
        return defects == 0 ? 0 : 1;
    }
}
