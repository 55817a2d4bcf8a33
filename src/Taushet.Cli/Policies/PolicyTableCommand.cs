using System.CommandLine;
using Taushet.Policies.Assurance.Table;
using Taushet.Policies.Book;
using Taushet.Policies.Faults;
using Taushet.Policies.LogView;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy table</c>: writes what is decided in each rule's own situation and around it, beside the rules.</summary>
internal static class PolicyTableCommand
{
    private static readonly Option<bool> Check = new("--check") { Description = "Writes nothing; fails when the table is not of these rules." };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("table", $"Writes {DecisionTable.Folder}/<act>.yaml: what is decided where each rule applies, and what changes around it.");
        command.Add(PolicyOptions.Folder);
        command.Add(Check);
        command.SetAction(parsed => LoadedFolder.Run(parsed, book => Write(book, parsed)));
        return command;
    }

    private static int Write(PolicyBook book, ParseResult parsed)
    {
        var policies = parsed.GetRequiredValue(PolicyOptions.Folder);
        var folder = Path.Combine(policies, DecisionTable.Folder);
        var output = parsed.InvocationConfiguration.Output;
        var faults = (IReadOnlyList<Fault>)[];
        var logView = LogViewLoader.IsIn(policies) ? LogViewLoader.Load(policies, out faults) : null;
        if (faults.Count > 0)
        {
            output.WriteLine(string.Join('\n', faults));
            return 1;
        }

        var table = DecisionTable.Write(book, logView?.Policy);
        var differences = TableFiles.Differences(folder, table).ToList();
        foreach (var difference in differences)
        {
            output.WriteLine(difference);
        }

        if (!parsed.GetValue(Check))
        {
            TableFiles.Write(folder, table);
        }

        output.WriteLine(differences.Count == 0 ? "the table is of these rules"
            : parsed.GetValue(Check) ? "the table is of other rules: run 'taushet policy table' and read what changed"
            : $"{table.Count} files written");
        return differences.Count == 0 || !parsed.GetValue(Check) ? 0 : 1;
    }
}
