using System.CommandLine;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Approvals;
using Taushet.Policies.Book;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy doubts</c>: the rules whose law is from memory or unsure, each with its doubt.</summary>
internal static class PolicyDoubtsCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("doubts", "Lists the rules marked M (from memory) or U (unsure), and whether an approval accepts them.");
        command.Add(PolicyOptions.Folder);
        command.SetAction(parsed => LoadedFolder.Run(parsed, book => Tell(book, parsed)));
        return command;
    }

    private static int Tell(PolicyBook book, ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        var folder = parsed.GetRequiredValue(PolicyOptions.Folder);
        var said = DoubtList.Read(folder, book);
        foreach (var fault in said.Faults)
        {
            output.WriteLine(fault);
        }

        foreach (var doubt in book.Doubts)
        {
            output.WriteLine($"{doubt.RuleId}  [{Codes<Confidence>.Of(doubt.Confidence)}]  {doubt.File}:{doubt.Line}");
            output.WriteLine($"      {said.ByRule.GetValueOrDefault(doubt.RuleId, $"nothing is said of it in {DoubtList.File}")}");
        }

        output.WriteLine($"{book.Doubts.Length} of {book.Policies.Rules.Length + book.Policies.Givers.Length} rules are doubtful");
        var verdict = ApprovalList.Read(folder).For(book.Policies);
        output.WriteLine(verdict.Approval is { } approval
            ? $"approved by {approval.Name}, {approval.Role}, {approval.Date:yyyy-MM-dd}, with these doubts"
            : verdict.Why);
        return said.Faults.IsEmpty ? 0 : 1;
    }
}
