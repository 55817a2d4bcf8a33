using System.CommandLine;
using Taushet.Policies.Approvals;
using Taushet.Policies.Book;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy approve</c>: prints the approval of the folder's set, for its jurist to read and add to approvals.yaml.</summary>
/// <remarks>It writes nothing: a file that approves itself approves nothing.</remarks>
internal static class PolicyApproveCommand
{
    private static readonly Option<string> Name = new("--name") { Description = "The jurist's name.", Required = true };
    private static readonly Option<string> Role = new("--role") { Description = "In what role.", Required = true };

    private static readonly Option<bool> Accept = new("--accept-doubts")
    {
        Description = "The jurist has read 'taushet policy doubts' and accepts every one.",
    };

    /// <summary>Builds the command.</summary>
    /// <param name="clock">Tells the day.</param>
    public static Command Build(TimeProvider clock)
    {
        var command = new Command("approve", "Prints an approval of the policy set, to be added to approvals.yaml by the jurist who gives it.");
        command.Add(Name);
        command.Add(Role);
        command.Add(Accept);
        command.Add(PolicyOptions.Folder);
        command.SetAction(parsed => LoadedFolder.Run(parsed, book => Print(book, parsed, clock)));
        return command;
    }

    private static int Print(PolicyBook book, ParseResult parsed, TimeProvider clock)
    {
        var doubts = book.Doubts.Select(doubt => doubt.RuleId).ToList();
        if (doubts.Count > 0 && !parsed.GetValue(Accept))
        {
            return new CommandFault(
                $"{doubts.Count} rules are doubtful",
                parsed.GetRequiredValue(PolicyOptions.Folder),
                "read 'taushet policy doubts', then approve with --accept-doubts or have them settled")
                .Tell(parsed.InvocationConfiguration.Error);
        }

        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine($"# add this to {ApprovalList.File}");
        output.WriteLine($"- hash: {book.Policies.Hash}");
        output.WriteLine($"  name: {Quoted(parsed.GetRequiredValue(Name))}");
        output.WriteLine($"  role: {Quoted(parsed.GetRequiredValue(Role))}");
        output.WriteLine($"  date: {clock.GetUtcNow():yyyy-MM-dd}");
        output.WriteLine($"  accepts: [{string.Join(", ", doubts)}]");
        return 0;
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
