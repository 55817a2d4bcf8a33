using System.CommandLine;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail;

/// <summary><c>taushet audit prove</c>: proves that an entry stands in a log, as a C2SP tlog-proof that any tool can check.</summary>
/// <remarks>The proof's extra data is the entry's leaf hash: the leaf itself is sealed.</remarks>
internal static class AuditProveCommand
{
    private static readonly Option<long> Index = new("--index") { Description = "The entry's place in the log, from 0.", Required = true };

    private static readonly Option<long?> Size = new("--size")
    {
        Description = "Size of the checkpoint to prove it under; by default the newest.",
    };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command(
            "prove",
            "Prints an inclusion proof (RFC 6962) with its signed checkpoint as a C2SP tlog-proof; the extra line is the leaf hash.");
        command.Add(TrailOptions.OneLog);
        command.Add(Index);
        command.Add(Size);
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

        var (checkpoint, unsigned) = await SignedSizes.FindAsync(trail, log, parsed.GetValue(Size), "--size", cancellation);
        if (checkpoint is null)
        {
            return unsigned!.Tell(opened.Errors);
        }

        var index = parsed.GetValue(Index);
        if (index < 0 || index >= checkpoint.Size)
        {
            return new CommandFault(
                $"the checkpoint covers {Lines.Count(checkpoint.Size, "entry")}", $"--index {index}", "give an index from 0 and below that")
                .Tell(opened.Errors);
        }

        return await PrintAsync(opened, log, index, checkpoint, cancellation);
    }

    private static async Task<int> PrintAsync(
        OpenTrail opened,
        LogSummary log,
        long index,
        StoredCheckpoint checkpoint,
        CancellationToken cancellation)
    {
        var trail = opened.Store.Trail;
        var entry = await trail.ReadAsync(log.Log, index, cancellation).FirstOrDefaultAsync(cancellation);
        var proof = await trail.InclusionProofAsync(log.Log, index, checkpoint.Size, cancellation);
        if (entry is null || !ProofCheck.Inclusion(index, checkpoint.Size, entry.LeafHash.Span, proof, checkpoint.Root.Span))
        {
            return DamagedLog.Tell(opened.Errors, log);
        }

        opened.Output.Write($"c2sp.org/tlog-proof@v1\nextra {Convert.ToBase64String(entry.LeafHash.Span)}\nindex {index}\n");
        ProofLines.Write(opened.Output, proof);
        opened.Output.Write($"\n{checkpoint.Note}");
        return 0;
    }
}
