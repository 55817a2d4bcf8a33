using System.CommandLine;
using Taushet.Storage.Log;
using Taushet.Storage.Signing;

namespace Taushet.Cli.Trail;

/// <summary><c>taushet audit resume</c>: closes a log that has lost entries and begins a new one, and says what was found first.</summary>
/// <remarks>INVARIANT: no log is closed without being told to: finding a loss is not enough.</remarks>
internal static class AuditResumeCommand
{
    private static readonly Option<bool> NewLog = new("--new-log")
    {
        Description = "Close the gateway's log as it is and begin an empty one. Without it, only what was found is told.",
    };

    private static readonly Option<bool> EvenIfWhole = new("--even-if-whole")
    {
        Description = "Do so though nothing is lost. Stop the gateway first.",
    };

    /// <summary>Builds the command.</summary>
    public static Command Build(GatewayVariables variables)
    {
        var command = new Command("resume", "Lets a gateway that reports ROLLED_BACK go on: in a new log, with the old one kept as it is.");
        command.Add(NewLog);
        command.Add(TrailOptions.Gateway);
        command.Add(EvenIfWhole);
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
        var gateway = parsed.GetValue(TrailOptions.Gateway) ?? variables.LogName;
        var file = CheckpointPlaces.Of(parsed, opened.Folder, variables).Of(gateway);
        var outside = CheckpointRecord.Read(file)?.Newest ?? [];
        var log = (await opened.Store.Trail.LogsAsync(cancellation)).FirstOrDefault(one => one.ClosedAt is null && one.Gateway == gateway);
        if (log is null)
        {
            return new CommandFault("this gateway has no open log", $"--name {gateway}", "take a gateway from taushet audit logs")
                .Tell(opened.Errors);
        }

        var found = await LogInspection.OfAsync(opened.Store.Trail, log, outside, cancellation);
        Tell(opened.Output, found, file);
        if (Refusal(found, file, parsed.GetValue(NewLog), parsed.GetValue(EvenIfWhole)) is { } refusal)
        {
            return refusal.Tell(opened.Errors);
        }

        using var signer = Signer(opened.Folder, gateway, variables);
        var settings = new LogSettings { Gateway = gateway, Signer = signer, CheckpointFile = file };
        var begun = await LogResume.BeginNewLogAsync(opened.Store.Logs, settings, cancellation);
        opened.Output.WriteLine($"closed {log.Log:n} at {Lines.Count(log.Size, "entry")}: it stays in the trail and is written no more");
        opened.Output.WriteLine($"begun  {begun:n}, empty; a gateway that runs goes on in it by itself");
        return 0;
    }

    private static void Tell(TextWriter output, LogInspection found, string file)
    {
        output.WriteLine(found.Loss == LogLoss.None ? $"found  {LossLine.Of(found)}" : $"found  ROLLED_BACK: {LossLine.Of(found)}");
        output.WriteLine($"       compared with {file}{(found.Outside is null ? ", which has no checkpoint" : string.Empty)}");
    }

    private static CommandFault? Refusal(LogInspection found, string file, bool newLog, bool evenIfWhole) =>
        !newLog ? new CommandFault("nothing was changed", Lines.Name(found.Log), "give --new-log to close this log and begin a new one")
        : found.Loss == LogLoss.None && !evenIfWhole ? new CommandFault(
            "the log is whole: nothing was changed",
            $"{Lines.Name(found.Log)}, {file}",
            "name the gateway's checkpoint file with --checkpoint-file if it is another; --even-if-whole closes the log all the same")
        : null;

    private static CheckpointSigner Signer(DataFolder folder, string gateway, GatewayVariables variables) =>
        variables.CheckpointKey is { } key
            ? CheckpointKeys.Parse(gateway, key, variables.PreviousCheckpointKey)
            : CheckpointKeys.Load(folder.Path, gateway, create: false);
}
