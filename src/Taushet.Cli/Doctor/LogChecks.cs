using Taushet.Cli.Trail;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Doctor;

/// <summary>Each open log's head against its checkpoint file, as a gateway looks before it writes.</summary>
internal static class LogChecks
{
    private const string Resume = "find out what was lost with taushet audit verify, then run taushet audit resume --new-log";

    /// <summary>Looks. The files are read before the logs are summed up.</summary>
    public static async Task<IReadOnlyList<Finding>> LookAsync(Patient patient, ILogReader reader, CancellationToken cancellation)
    {
        var gateways = (await reader.LogsAsync(cancellation)).Where(log => log.ClosedAt is null).Select(log => log.Gateway).ToList();
        var records = gateways.Distinct(StringComparer.Ordinal).ToDictionary(
            gateway => gateway, gateway => CheckpointRecord.Read(patient.CheckpointFile(gateway)), StringComparer.Ordinal);
        var findings = new List<Finding>();
        foreach (var log in (await reader.LogsAsync(cancellation)).Where(log => log.ClosedAt is null))
        {
            var outside = records.GetValueOrDefault(log.Gateway)?.NewestOf(log.Gateway) ?? [];
            findings.Add(Of(patient, await LogInspection.OfAsync(reader, log, outside, cancellation)));
        }

        return findings.Count > 0 ? findings : [Finding.Ok("log", "none has been begun")];
    }

    private static Finding Of(Patient patient, LogInspection found)
    {
        var check = $"log {Lines.Name(found.Log)}";
        var file = patient.CheckpointFile(found.Log.Gateway);
        return found.Loss != LogLoss.None ? Finding.Bad(check, LossLine.Of(found), Resume)
            : found.Outside is null && found.Log.Size > 0 ? Finding.Warn(
                check,
                $"{Lines.Count(found.Log.Size, "entry")}, and nothing of them in {file}: whether the newest are there cannot be told",
                "name the gateway's file with --checkpoint-file, or bring it back; put it on another disk than the database")
            : Finding.Ok(check, $"{Lines.Count(found.Log.Size, "entry")}, {file} tells of {found.Outside?.Checkpoint.Size ?? 0}");
    }
}
