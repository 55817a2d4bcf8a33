using System.CommandLine;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail;

/// <summary><c>taushet audit list</c>: the public parts of the entries, one line each.</summary>
internal static class AuditListCommand
{
    private static readonly Option<long> From = new("--from")
    {
        Description = "Index of the first entry to list, from 0. An index is a place in one log.",
        DefaultValueFactory = _ => 0,
    };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("list", "Lists the entries of all logs as one trail, or of one log: what both parties may read.");
        command.Add(TrailOptions.Log);
        command.Add(From);
        command.Add(SharedOptions.Data);
        command.SetAction((parsed, cancellation) => OpenTrail.RunAsync(parsed, trail => RunAsync(trail, parsed, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(OpenTrail opened, ParseResult parsed, CancellationToken cancellation)
    {
        var trail = opened.Store.Trail;
        var logs = await trail.LogsAsync(cancellation);
        var from = parsed.GetValue(From);
        var chosen = logs;
        if (parsed.GetValue(TrailOptions.Log) is { } asked)
        {
            if (!LogChoice.TryFind(logs, asked, out var log, out var fault))
            {
                return fault.Tell(opened.Errors);
            }

            chosen = [log];
        }

        if (from < 0 || (from > 0 && chosen.Count > 1))
        {
            return new CommandFault("an index is a place in one log, from 0", "--from", "name the log with --log").Tell(opened.Errors);
        }

        var entries = chosen.Count == 1 ? trail.ReadAsync(chosen[0].Log, from, cancellation) : trail.ReadAsync(cancellation);
        return await ListAsync(opened.Output, entries, chosen, logs.Count > 1, cancellation);
    }

    private static async Task<int> ListAsync(
        TextWriter output,
        IAsyncEnumerable<StoredEntry> entries,
        IReadOnlyList<LogSummary> logs,
        bool named,
        CancellationToken cancellation)
    {
        var names = logs.ToDictionary(log => log.Log, Lines.Name);
        var width = names.Values.Select(name => name.Length).DefaultIfEmpty().Max();
        var broken = 0;
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            broken += entry.LeafHashHolds ? 0 : 1;
            var log = named ? names.GetValueOrDefault(entry.Log, "a new log").PadRight(width) + "  " : string.Empty;
            output.WriteLine(log + EntryLine.Of(entry));
        }

        var where = logs.Count == 1 ? "the log" : Lines.Count(logs.Count, "log");
        output.WriteLine($"{Lines.Count(logs.Sum(log => log.Size), "entry")} in {where}, {broken} with a broken leaf hash");
        return broken == 0 ? 0 : 1;
    }
}
