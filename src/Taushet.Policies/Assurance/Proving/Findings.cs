using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>Finds rules that do nothing or speak against each other, over all requests.</summary>
public static class Findings
{
    /// <summary>Asks z3 about each rule.</summary>
    /// <param name="policies">The compiled rules.</param>
    /// <param name="folder">Where the file of SMT-LIB goes.</param>
    /// <param name="seconds">How long z3 may take.</param>
    public static ImmutableArray<Finding> Of(PolicySet policies, string folder, int seconds)
    {
        Directory.CreateDirectory(folder);
        var script = new Script(asConstants: true);
        var form = new DecisionForm(policies, script);
        var questions = policies.Rules.SelectMany(rule => Questions(rule, form)).Concat(Contradictions(form)).ToList();
        var asked = questions.Select(question => (question.Finding, Term: script.Named(question.Term, "question"), question.FoundWhen)).ToList();
        foreach (var question in asked)
        {
            script.Line($"(push)\n(assert {question.Term})\n(check-sat)\n(pop)");
        }

        var file = Path.Combine(folder, "findings.smt2");
        File.WriteAllText(file, script.ToString());
        var printed = Z3.Run(file, seconds).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()).ToList();
        var found = asked.Zip(printed.Concat(Enumerable.Repeat("timeout", asked.Count)))
            .Where(pair => pair.Second == pair.First.FoundWhen || pair.Second is not ("sat" or "unsat"))
            .Select(pair => pair.Second is "sat" or "unsat" ? pair.First.Finding : pair.First.Finding with { What = $"not decided ({pair.Second}): {pair.First.Finding.What}" })
            .ToList();

        // A rule that can never apply is nothing else besides.
        var unreachable = found.Where(finding => finding.Kind == FindingKind.Unreachable).Select(finding => finding.RuleId).ToHashSet(StringComparer.Ordinal);
        return [.. found.Where(finding => finding.Kind == FindingKind.Unreachable || !unreachable.Contains(finding.RuleId))];
    }

    private static IEnumerable<(Finding Finding, string Term, string FoundWhen)> Questions(Rule rule, DecisionForm form)
    {
        if (!form.Rules.Opening.Contains(rule))
        {
            yield return (new Finding(FindingKind.Unreachable, rule.Id, "no request makes it apply"), form.Rules.Applies(rule), "unsat");
            yield break;
        }

        var cells = (rule.Cells | rule.Relevant).ToList();
        yield return (
            new Finding(FindingKind.Unreachable, rule.Id, "no request makes it open a cell"),
            Term.Or(cells.Select(cell => form.Rules.Opens(rule, cell))),
            "unsat");
        yield return (
            new Finding(FindingKind.Contradicted, rule.Id, "whatever it opens is always closed again or answered otherwise"),
            Term.Or(cells.Select(cell => Term.And(form.GivenBy(rule, cell)))),
            "unsat");
        foreach (var (kind, others, what) in new[]
        {
            (FindingKind.Shadowed, Alike(rule, form).Where(other => IsEarlier(other, rule)), "an earlier rule with the same citations always opens as much"),
            (FindingKind.Redundant, Alike(rule, form), "other rules with the same citations and obligations always open as much"),
        })
        {
            var list = others.ToList();
            if (list.Count > 0)
            {
                yield return (
                    new Finding(kind, rule.Id, $"{what}: {string.Join(' ', list.Select(other => other.Id))}"),
                    Term.Or(cells.Select(cell => Term.And(
                        form.Rules.Opens(rule, cell),
                        Term.Not(Term.Or(list
                            .Where(other => !rule.Cells.Contains(cell) || other.Cells.Contains(cell))
                            .Select(other => form.Rules.Opens(other, cell))))))),
                    "unsat");
            }
        }
    }

    /// <summary>Other rules that would say the same of what this one opens: as strong, by the same law, with the same to do.</summary>
    private static IEnumerable<Rule> Alike(Rule rule, DecisionForm form) => form.Rules.Opening.Where(other =>
        other != rule
        && other.Outcome == rule.Outcome
        && (rule.Obligations - other.Obligations).IsEmpty
        && rule.Citations.All(other.Citations.Contains));

    private static bool IsEarlier(Rule other, Rule rule) =>
        other.Step < rule.Step || (other.Step == rule.Step && string.CompareOrdinal(other.Id, rule.Id) < 0);

    /// <summary>Rules on the same basis of which one gives a cell outright and the other leaves it to a human, in one request.</summary>
    private static IEnumerable<(Finding Finding, string Term, string FoundWhen)> Contradictions(DecisionForm form) =>
        from rule in form.Rules.Opening
        where rule.Outcome == Outcome.RouteToHuman
        from other in form.Rules.Opening
        let both = (rule.Cells | rule.Relevant) & (other.Cells | other.Relevant)
        where other.Outcome != Outcome.RouteToHuman && other.Step == rule.Step && other.Bases.Meets(rule.Bases) && !both.IsEmpty
        select (
            new Finding(FindingKind.Contradicting, rule.Id, $"it leaves to a human what '{other.Id}' gives outright, on the same basis in the same request"),
            Term.Or(both.ToList().Select(cell => Term.And(form.Rules.Opens(rule, cell), form.Rules.Opens(other, cell)))),
            "sat");
}

/// <summary>What is wrong with a rule.</summary>
public enum FindingKind
{
    /// <summary>No request since the book's first day makes it apply.</summary>
    Unreachable,

    /// <summary>An earlier rule always says the same.</summary>
    Shadowed,

    /// <summary>Other rules always say the same.</summary>
    Redundant,

    /// <summary>What it opens never comes out.</summary>
    Contradicted,

    /// <summary>It says the opposite of another rule.</summary>
    Contradicting,
}

/// <summary>A finding on a rule.</summary>
/// <param name="Kind">Which.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="What">What is wrong, in words.</param>
public sealed record Finding(FindingKind Kind, string RuleId, string What);
