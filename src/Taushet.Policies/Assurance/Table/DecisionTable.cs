using Taushet.Core.Policies;
using Taushet.Core.Trail.OwnView;
using Taushet.Policies.Assurance.Givers;
using Taushet.Policies.Book;
using Taushet.Policies.Publishing;

namespace Taushet.Policies.Assurance.Table;

/// <summary>
/// The table of decisions: for each rule its own situation between all it names, and every situation that differs from it in one place,
/// each with what is decided there. It is kept beside the rules, so that a changed rule shows as changed decisions.
/// </summary>
public static class DecisionTable
{
    /// <summary>The folder's name, beside the rules.</summary>
    public const string Folder = "table";

    private const string Head = "# Made by 'taushet policy table'; change the rules, not this file. How to read it: policies/README.md.\n\n";

    /// <summary>Writes the table.</summary>
    /// <param name="book">The book.</param>
    /// <param name="logView">What the own view of the log shows, or null when the folder has none.</param>
    /// <returns>
    /// The text of each file by its name: a file an act, one of who may consent, one of what can be necessary, one of the own view of the log.
    /// </returns>
    public static IReadOnlyDictionary<string, string> Write(PolicyBook book, LogViewPolicy? logView)
    {
        var sections = new Sections(book.Policies);
        var acts = book.Acts.Select(act => act.Name).ToList();
        return book.Policies.Rules
            .GroupBy(rule => ActOf(rule, acts), StringComparer.Ordinal)
            .AsParallel()
            .Select(group => (File: $"{group.Key}.yaml", Text: OfAct(group, group.Key, sections)))
            .AsEnumerable()
            .Append((File: GiverTable.File, Text: Head + GiverTable.Write(book.Policies)))
            .Append((File: NeedTable.File, Text: Head + NeedTable.Write(book.Policies)))
            .Concat(logView is null ? [] : [(File: LogViewTable.File, Text: Head + LogViewTable.Write(logView))])
            .ToDictionary(file => file.File, file => file.Text, StringComparer.Ordinal);
    }

    private static string OfAct(IEnumerable<Rule> rules, string act, Sections sections)
    {
        var ordered = rules.OrderBy(rule => SectionOrder.Of(rule, act), StringComparer.Ordinal).ThenBy(rule => rule.Id, StringComparer.Ordinal);
        return Head + string.Join('\n', ordered.Select(rule => SectionText.Of(sections.Of(rule))));
    }

    // A rule's id begins with its act's name; of "fvl" and "fvl-2025" the longer one.
    private static string ActOf(Rule rule, List<string> acts) =>
        acts.Where(name => rule.Id.StartsWith(name + "-", StringComparison.Ordinal)).MaxBy(name => name.Length) ?? string.Empty;
}
