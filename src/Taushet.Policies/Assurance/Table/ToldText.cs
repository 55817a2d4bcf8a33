using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Table;

/// <summary>What is told, as text: whole, or what is different of it.</summary>
internal static class ToldText
{
    /// <summary>What is said, a line a part.</summary>
    public static IEnumerable<(string Key, string Value)> Lines(Rule rule, Told told)
    {
        foreach (var (name, cells) in told.Given.Parts().Where(part => !part.Cells.IsEmpty))
        {
            yield return (name, Words.Of(cells));
        }

        if (!told.Given.ClosedTraits.IsEmpty)
        {
            yield return ("closes_traits", Words.Of(told.Given.ClosedTraits));
        }

        if (!told.Given.Obligations.IsEmpty)
        {
            yield return ("obligations", Words.Of(told.Given.Obligations));
        }

        if (told.Owed is { } owed && owed.Obligations != told.Given.Obligations)
        {
            yield return ($"obligations of {Codes<Cell>.Of(owed.Cell)}", owed.Obligations.IsEmpty ? "none" : Words.Of(owed.Obligations));
        }

        if (!told.Applies)
        {
            yield return ("rule", OfRule(told));
        }
        else if (Verb(rule) is { } verb)
        {
            yield return (verb, Words.Of(told.Cells));
        }
        else if (told.Cells != told.Given.With(rule.Outcome))
        {
            yield return ("of_this_rule", Words.Of(told.Cells));
        }

        if (OwnSituation.Opens(rule) && told.Applies && told.Cited != told.Cells)
        {
            yield return ("cited_for", told.Cited.IsEmpty ? "nothing" : Words.Of(told.Cited));
        }
    }

    /// <summary>What is said otherwise than before; empty when nothing is.</summary>
    public static string Change(Rule rule, Told before, Told after)
    {
        if (before == after)
        {
            return string.Empty;
        }

        var parts = new List<string>();
        if (after.Given.IsNothing && OwnSituation.Opens(rule))
        {
            parts.Add("nothing");
        }
        else
        {
            parts.AddRange(before.Given.Parts().Zip(after.Given.Parts())
                .Where(pair => pair.First.Cells != pair.Second.Cells)
                .Select(pair => Change(pair.First.Name, pair.First.Cells, pair.Second.Cells)));
            if (OwnSituation.Opens(rule) || after.Applies)
            {
                parts.AddRange(Change("obligations", before.Given.Obligations, after.Given.Obligations));
                parts.AddRange(Change("closes_traits", before.Given.ClosedTraits, after.Given.ClosedTraits));
            }
        }

        if (before.Owed is { } own && after.Owed is { } other && own != other && before.Given.Obligations == after.Given.Obligations)
        {
            parts.Add($"obligations of {Codes<Cell>.Of(other.Cell)} {(other.Obligations.IsEmpty ? "none" : Words.Of(other.Obligations))}");
        }

        if ((before.Rule, before.Applies) != (after.Rule, after.Applies))
        {
            parts.Add($"rule {OfRule(after)}");
        }
        else if (before.Cells != after.Cells)
        {
            parts.Add(Change("of this rule", before.Cells, after.Cells));
        }
        else if (before.Cited != after.Cited)
        {
            parts.Add(Change("cited for", before.Cited, after.Cited));
        }

        return string.Join(", ", parts);
    }

    private static string OfRule(Told told) => told.Rule switch
    {
        Speech.Silent => "silent",
        Speech.Near => "near",
        Speech.Applies => told.Cells.IsEmpty ? "without cells" : "applies",
    };

    private static string? Verb(Rule rule) => rule.Step switch
    {
        Step.Duty or Step.Opening or Step.Consent or Step.Anonymised => null,
        Step.RoutingShield or Step.SoftShield or Step.Recipient or Step.Endangerment => "closes",
        Step.Base or Step.Notice => "speaks_of",
        Step.Obligation => "obliges_with",
    };

    private static string Change(string name, CellSet before, CellSet after)
    {
        var (gone, come) = (before - after, after - before);
        var only = $"{name} only {Words.Of(after)}";
        return after.IsEmpty ? $"no {name}"
            : before.IsEmpty ? $"{name} {Words.Of(after)}"
            : come.IsEmpty && only.Length < $"{name} without {Words.Of(gone)}".Length ? only
            : $"{name}{(gone.IsEmpty ? string.Empty : $" without {Words.Of(gone)}")}{(come.IsEmpty ? string.Empty : $" with {Words.Of(come)}")}";
    }

    private static IEnumerable<string> Change<T>(string name, MemberSet<T> before, MemberSet<T> after)
        where T : struct, Enum
    {
        var (gone, come) = (before - after, after - before);
        return (gone | come).IsEmpty
            ? []
            : [$"{name}{(gone.IsEmpty ? string.Empty : $" without {Words.Of(gone)}")}{(come.IsEmpty ? string.Empty : $" with {Words.Of(come)}")}"];
    }
}
