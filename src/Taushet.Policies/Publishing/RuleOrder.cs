using System.Text.RegularExpressions;

namespace Taushet.Policies.Publishing;

/// <summary>Puts the rules of a file in the order of the act's sections. Each rule keeps its text and the comment above it.</summary>
public static partial class RuleOrder
{
    private const string Start = "- rule: ";

    /// <summary>The file's text with its rules in order.</summary>
    /// <param name="text">The text of rules/&lt;act&gt;.yaml, which loads.</param>
    /// <param name="act">The act.</param>
    public static string Of(string text, string act)
    {
        var (head, items) = Split(text);
        var ordered = items.OrderBy(item => Place(item.Text, act), StringComparer.Ordinal).Select(item => item.Text.Trim('\n') + "\n");
        return head + string.Join('\n', ordered);
    }

    // By the first citation of the act itself; a rule that cites it nowhere stands last. Rules that are switched off have a place too.
    private static string Place(string item, string act) =>
        Citations().Matches(item).FirstOrDefault(match => match.Groups["act"].Value == act) is { } match
            ? SectionOrder.KeyOf(match.Groups["section"].Value.Trim())
            : "\uffff";

    private static (string Head, List<(string Id, string Text)> Items) Split(string text)
    {
        var items = new List<(string Id, string Text)>();
        var (head, above, item, id) = (string.Empty, string.Empty, string.Empty, string.Empty);
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            var between = line.Length == 0 || line.StartsWith('#');
            if (line.StartsWith(Start, StringComparison.Ordinal))
            {
                Close(items, id, item);
                (item, id, above) = (above + line + "\n", line[Start.Length..].Split(' ')[0], string.Empty);
            }
            else if (between && id.Length == 0 && line.Length == 0)
            {
                // What stands above the first rule with an empty line below it is of the file.
                (head, above) = (head + above + "\n", string.Empty);
            }
            else if (between)
            {
                above += line + "\n";
            }
            else
            {
                (item, above) = (item + above + line + "\n", string.Empty);
            }
        }

        Close(items, id, item + above);
        return (head, items);
    }

    private static void Close(List<(string Id, string Text)> items, string id, string text)
    {
        if (id.Length > 0)
        {
            items.Add((id, text));
        }
    }

    [GeneratedRegex("act: (?<act>[a-z0-9-]+), section: \"?(?<section>[^,\"}]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Citations();
}
