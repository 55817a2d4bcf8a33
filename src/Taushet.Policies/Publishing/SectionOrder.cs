using System.Globalization;
using System.Text.RegularExpressions;
using Taushet.Core.Policies;

namespace Taushet.Policies.Publishing;

/// <summary>The order of an act's sections: "9" before "10-4", "13" before "13 a", "13 b" before "14".</summary>
public static partial class SectionOrder
{
    /// <summary>Where a rule stands in its act: by its first citation of that act, or at the end when it cites none.</summary>
    public static string Of(Rule rule, string act) =>
        rule.Citations.FirstOrDefault(citation => citation.Act == act) is { } citation ? KeyOf(citation.Section) : "\uffff";

    /// <summary>A text that sorts (ordinal) as the sections stand in the act.</summary>
    public static string KeyOf(string section) =>
        Numbers().Replace(section, match => match.Value.PadLeft(6, '0')).Replace(" ", string.Empty, StringComparison.Ordinal).ToLower(CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
