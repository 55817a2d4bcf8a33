using System.CommandLine;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail;

/// <summary><c>taushet audit consistency</c>: proves that a log of one size is the beginning of the same log later.</summary>
internal static class AuditConsistencyCommand
{
    private static readonly Option<long> From = new("--from") { Description = "Size of the earlier checkpoint.", Required = true };

    private static readonly Option<long?> To = new("--to") { Description = "Size of the later checkpoint; by default the newest." };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command(
            "consistency",
            "Prints the earlier signed checkpoint, then its size, the consistency proof (RFC 6962) and the later signed checkpoint, "
            + "these three as a C2SP witness takes them.");
        command.Add(TrailOptions.OneLog);
        command.Add(From);
        command.Add(To);
        command.Add(SharedOptions.Data);
        command.SetAction((parsed, cancellation) => OpenTrail.RunAsync(parsed, opened => RunAsync(opened, parsed, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(OpenTrail opened, ParseResult parsed, CancellationToken cancellation)
    {
        var trail = opened.Store.Trail;
        var logs = await trail.LogsAsync(cancellation);
        if (!LogChoice.TryFind(logs, parsed.GetRequiredValue(TrailOptions.OneLog), out var log, out var fault))
        {
            return fault.Tell(opened.Errors);
        }

        var (first, firstFault) = await SignedSizes.FindAsync(trail, log, parsed.GetValue(From), "--from", cancellation);
        var (second, secondFault) = await SignedSizes.FindAsync(trail, log, parsed.GetValue(To), "--to", cancellation);
        if (first is null || second is null)
        {
            return (firstFault ?? secondFault)!.Tell(opened.Errors);
        }

        return first.Size > second.Size
            ? new CommandFault("the earlier checkpoint is of more entries than the later", "--from and --to", "change them about")
                .Tell(opened.Errors)
            : await PrintAsync(opened, log, first, second, cancellation);
    }

    private static async Task<int> PrintAsync(
        OpenTrail opened,
        LogSummary log,
        StoredCheckpoint first,
        StoredCheckpoint second,
        CancellationToken cancellation)
    {
        var proof = await opened.Store.Trail.ConsistencyProofAsync(log.Log, first.Size, second.Size, cancellation);
        if (!ProofCheck.Consistency(first.Size, first.Root.Span, second.Size, second.Root.Span, proof))
        {
            return DamagedLog.Tell(opened.Errors, log);
        }

        opened.Output.Write($"{first.Note}\nold {first.Size}\n");
        ProofLines.Write(opened.Output, proof);
        opened.Output.Write($"\n{second.Note}");
        return 0;
    }
}
