using System.Globalization;
using System.Text.RegularExpressions;
using Taushet.Core.Policies;

namespace Taushet.Policies.Publishing;

/// <summary>The order of an act's sections: "9" before "10-4", "13" before "13 a", "13 b" before "14".</summary>
public static partial class SectionOrder
{
    /// <summary>Where a rule stands in its act.</summary>
    public static string Of(Rule rule, string act) =>
        Of(rule.Id, act, rule.Citations.Where(citation => citation.Act == act).Select(citation => citation.Section));

    /// <summary>
    /// Where a rule stands in its act: at the section that its id names, else at the first it cites of that act, else at the end.
    /// </summary>
    internal static string Of(string id, string act, IEnumerable<string> sections)
    {
        var cited = sections.ToList();
        var named = cited
            .Where(section => id.StartsWith($"{act}-{section.Replace(" ", string.Empty, StringComparison.Ordinal)}-", StringComparison.OrdinalIgnoreCase))
            .MaxBy(section => section.Length);
        return (named ?? cited.FirstOrDefault()) is { } place ? KeyOf(place) : "\uffff";
    }

    /// <summary>A text that sorts (ordinal) as the sections stand in the act.</summary>
    public static string KeyOf(string section) =>
        Numbers().Replace(section, match => match.Value.PadLeft(6, '0')).Replace(" ", string.Empty, StringComparison.Ordinal).ToLower(CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
