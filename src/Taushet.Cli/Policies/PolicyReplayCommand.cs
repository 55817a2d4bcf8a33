using System.CommandLine;
using Taushet.Cli.Trail;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Policies;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy replay</c>: decides an old entry again, by the rules of then and by today's.</summary>
internal static class PolicyReplayCommand
{
    private static readonly Argument<string> Entry = new("ENTRY") { Description = "The entry's id, 32 hexadecimal digits, as its receipt has it." };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("replay", "Decides an old entry again from its sealed snapshot: by the rules of then, and by today's.");
        command.Add(Entry);
        command.Add(SharedOptions.Data);
        command.Add(PolicyOptions.Folder);
        command.SetAction((parsed, cancellation) => OpenTrail.RunAsync(parsed, trail => RunAsync(trail, parsed, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(OpenTrail opened, ParseResult parsed, CancellationToken cancellation)
    {
        var asked = parsed.GetRequiredValue(Entry);
        var entry = Guid.TryParseExact(asked, "N", out var id)
            ? await opened.Store.Trail.ReadAsync(cancellation).FirstOrDefaultAsync(candidate => candidate.Entry == id, cancellation)
            : null;
        if (entry is null)
        {
            return new CommandFault("no entry has this id", asked, "take the entry_id of a receipt, as 32 hexadecimal digits").Tell(opened.Errors);
        }

        if (Unreadable(entry) is { } fault)
        {
            return fault.Tell(opened.Errors);
        }

        var today = PolicyLoader.Load(parsed.GetRequiredValue(PolicyOptions.Folder));
        var kept = await opened.Store.Policies.FindAsync(entry.Public.PolicyHash, cancellation);
        if (!today.Succeeded || kept is null)
        {
            return new CommandFault(
                today.Succeeded ? $"the policy set {entry.Public.PolicyHash} is not kept in this store" : "today's policy folder does not load",
                today.Succeeded ? opened.Folder.Place : parsed.GetRequiredValue(PolicyOptions.Folder),
                today.Succeeded ? "replay on the store whose gateway decided it" : "run taushet policy check on it")
                .Tell(opened.Errors);
        }

        var then = PolicyLoader.LoadKept(kept.Value.Span);
        return then.Succeeded
            ? ReplayReport.Tell(entry, then.Book.Policies, today.Book.Policies, opened.Output)
            : new CommandFault(
                $"this version does not read the rules of then: {then.Faults[0]}", entry.Public.PolicyHash, "replay with the version that decided it")
                .Tell(opened.Errors);
    }

    private static CommandFault? Unreadable(StoredEntry entry)
    {
        if (!Replay.Decides(entry.Public.Kind))
        {
            return new CommandFault(
                $"a '{Codes<EntryKind>.Of(entry.Public.Kind)}' decides nothing", $"{entry.Entry:N}", "replay a request, a preview or an assessment");
        }

        if (entry.Holder is null || entry.Sealed is null)
        {
            return new CommandFault(
                "the entry is shredded: its key has been destroyed, and what it was decided from is gone for good",
                $"{entry.Entry:N}",
                "nothing; that it stands in the log can still be proved with 'taushet audit prove'");
        }

        return null;
    }
}
