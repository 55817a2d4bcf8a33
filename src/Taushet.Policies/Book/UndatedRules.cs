using Taushet.Policies.Faults;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Book;

/// <summary>
/// The dates of rules that hang on the entry into force of an adopted act: <c>from: undated</c> begins with the act of the rule's
/// file, <c>replaced_by</c> ends the day before the named act begins. Only acts.yaml dates an act.
/// </summary>
internal sealed class UndatedRules(IReadOnlyList<Act> acts)
{
    /// <summary>The word for a day that nobody has set.</summary>
    public const string Word = "undated";

    /// <summary>The first day of a rule; <see cref="DateOnly.MaxValue"/> while its act has no date. Null after a fault.</summary>
    public DateOnly? From(MapReader rule)
    {
        var node = rule.Need("from");
        var name = Path.GetFileNameWithoutExtension(rule.Source.File);
        var entry = acts.FirstOrDefault(act => act.Name == name)?.InForce;
        if (node is not YamlScalarNode { Value: Word })
        {
            if (node is not null && entry is not null)
            {
                rule.Source.Report(node, FaultKind.BadValue, $"acts.yaml dates '{name}', not its rules.", "Write from: undated.");
            }

            return rule.Source.Date(node);
        }

        return entry is null ? NoEntry(rule, node, name) : entry.Date ?? DateOnly.MaxValue;
    }

    /// <summary>The last day of a rule: its own, or the day before the act that replaces it begins, whichever comes first.</summary>
    public DateOnly? To(MapReader rule)
    {
        var own = rule.Source.Date(rule.Find("to"));
        if (rule.FindText("replaced_by") is not { } name)
        {
            return own;
        }

        var entry = acts.FirstOrDefault(act => act.Name == name)?.InForce;
        var last = entry is null ? NoEntry(rule, rule.At("replaced_by"), name) : entry.Date?.AddDays(-1);
        return own is null || last < own ? last : own;
    }

    private static DateOnly? NoEntry(MapReader rule, YamlNode node, string act)
    {
        rule.Source.Report(
            node,
            FaultKind.BadValue,
            $"acts.yaml does not say when '{act}' enters into force.",
            "Give the act in_force there, a date or undated, or correct the rule.");
        return null;
    }
}
