using System.CommandLine;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail;

/// <summary><c>taushet audit logs</c>: every log of the trail, one line each.</summary>
internal static class AuditLogsCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("logs", "Lists the logs: id, gateway, size, whether closed, and the newest signed checkpoint.");
        command.Add(SharedOptions.Data);
        command.SetAction((parsed, cancellation) => OpenTrail.RunAsync(parsed, opened => RunAsync(opened, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(OpenTrail opened, CancellationToken cancellation)
    {
        var logs = await opened.Store.Trail.LogsAsync(cancellation);
        var width = logs.Select(log => log.Gateway.Length).DefaultIfEmpty().Max();
        foreach (var log in logs)
        {
            var newest = await opened.Store.Trail.NewestCheckpointAsync(log.Log, cancellation);
            opened.Output.WriteLine(
                $"{log.Log:n}  {log.Gateway.PadRight(width)}  {Lines.Count(log.Size, "entry"),12}  {State(log),-34}  {Newest(newest)}");
        }

        opened.Output.WriteLine($"{Lines.Count(logs.Count, "log")}, {Lines.Count(logs.Sum(log => log.Size), "entry")}");
        return 0;
    }

    private static string State(LogSummary log) => log.ClosedAt is { } at ? $"closed {Lines.Time(at)}" : "open";

    private static string Newest(StoredCheckpoint? newest) =>
        newest is null ? "no checkpoint" : $"checkpoint of {newest.Size} at {Lines.Time(newest.SignedAt)}";
}
