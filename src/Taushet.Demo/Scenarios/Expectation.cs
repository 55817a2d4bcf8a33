using Taushet.Core.Vocabulary;

namespace Taushet.Demo.Scenarios;

/// <summary>Whether a story came out as the law says.</summary>
internal static class Expectation
{
    /// <summary>Checks what was given against what the story says is given.</summary>
    public static Proof Of(Scenario scenario, Answer answer)
    {
        var given = Set(answer.Given);
        var named = Set(scenario.Gives);
        var atMost = CellCategories.WithTopics(named.ToList().ToArray());
        var asked = CellCategories.WithTopics(Set(scenario.Inquiry.Needs.Select(need => need.Cell)).ToList().ToArray());
        var holds = given.Covers(named) && (scenario.MayGiveMore || (atMost & asked).Covers(given));
        var statement = named.IsEmpty ? "nothing is given" : "exactly what the law opens is given";
        return new Proof(holds ? statement : $"{statement}; given were: {given}", holds);
    }

    private static CellSet Set(IEnumerable<V1.Cell> cells) => CellSet.Of([.. cells.Select(cell => (Cell)(int)cell)]);
}
