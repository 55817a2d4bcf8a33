using Taushet.Core.Vocabulary;
using Wire = Taushet.V1;

namespace Taushet.Demo.Scenarios;

/// <summary>Whether a story came out as the law says: the outcome of every cell, the law cited, and what follows.</summary>
internal static class Expectation
{
    /// <summary>Checks an answer against what its story says.</summary>
    public static IEnumerable<Proof> Of(Scenario scenario, Answer answer)
    {
        yield return Outcomes(scenario, answer);
        var cited = answer.Groups.SelectMany(group => group.Citations).Select(law => $"{law.Act} § {law.Section}");
        yield return All("the law is cited", scenario.Cites, cited);
        if (scenario.Obliges.Count > 0)
        {
            yield return All("what must be done is told", scenario.Obliges, answer.Groups.SelectMany(group => group.Obligations));
        }

        if (scenario.Routes.Count > 0)
        {
            yield return All("what would open the rest is told", scenario.Routes, answer.Groups.SelectMany(group => group.Routes));
        }
    }

    private static Proof Outcomes(Scenario scenario, Answer answer)
    {
        var given = Spoken(answer, group => group.Outcome == scenario.As && group.Reason == Wire.ReasonCode.Unspecified);
        var byHand = Spoken(answer, group => group.Outcome == Wire.Outcome.Must && group.Reason == Wire.ReasonCode.ByHand);
        var byHuman = Spoken(answer, group => group.Outcome == Wire.Outcome.RouteToHuman);
        var withheld = Spoken(answer, group => group.Outcome == Wire.Outcome.Withhold);
        var spoken = Spoken(answer, _ => true);
        var wrong = Wrong(given, scenario.Gives)
            | Wrong(byHand, scenario.ByHand)
            | Wrong(byHuman, scenario.ByHuman)
            | (spoken - given - byHand - byHuman - withheld);
        var statement = scenario.Gives.Count + scenario.ByHand.Count + scenario.ByHuman.Count == 0
            ? "nothing is given"
            : "exactly what the law says of each cell is answered";
        return new Proof(wrong.IsEmpty ? statement : $"{statement}; not so: {wrong}", wrong.IsEmpty);
    }

    // Every cell that is named must be there; beside them only topics of theirs may be, since a holder need not hold them all.
    private static CellSet Wrong(CellSet found, IReadOnlyList<Wire.Cell> named)
    {
        var exactly = Set(named);
        return (exactly - found) | (found - CellCategories.WithTopics(exactly.ToList().ToArray()));
    }

    private static CellSet Spoken(Answer answer, Func<Wire.CellGroup, bool> suits) =>
        Set(answer.Groups.Where(suits).SelectMany(group => group.Cells));

    private static CellSet Set(IEnumerable<Wire.Cell> cells) => CellSet.Of([.. cells.Select(cell => (Cell)(int)cell)]);

    private static Proof All<T>(string statement, IEnumerable<T> named, IEnumerable<T> found)
    {
        var missing = named.Except(found).ToList();
        return new Proof(missing.Count == 0 ? statement : $"{statement}; missing: {string.Join(", ", missing)}", missing.Count == 0);
    }
}
