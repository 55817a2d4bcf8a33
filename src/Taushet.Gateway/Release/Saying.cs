using Taushet.Core.Decisions;
using Taushet.Core.Vocabulary;

namespace Taushet.Gateway.Release;

/// <summary>What an answer says of one cell: which explanation, and why the cell is not in the answer.</summary>
/// <param name="Decision">The decision that explains: with facts for what is given, without for what is not.</param>
/// <param name="Refusal">Whether it is the public explanation of what is not given.</param>
/// <param name="Reason">Why the cell is not in the answer; null for a given cell.</param>
/// <param name="RetryAfter">When to ask again, for NOT_NOW.</param>
internal readonly record struct Saying(Decision Decision, bool Refusal, ReasonCode? Reason, TimeSpan? RetryAfter = null)
{
    /// <summary>Composes the explanation of a cell.</summary>
    public Explanation Explain(Cell cell) => Refusal ? Explanation.OfRefusal(Decision, cell) : Explanation.Of(Decision, cell);

    /// <summary>Whether two cells say the same apart from their explanations.</summary>
    public bool SaysAlike(in Saying other) =>
        Refusal == other.Refusal && Reason == other.Reason && RetryAfter == other.RetryAfter;

    /// <summary>Whether two cells have the same explanation, seen from the rules that speak of them.</summary>
    public bool SpeaksAlike(in Saying other, Cell mine, Cell others)
    {
        if (!SaysAlike(other) || !ReferenceEquals(Decision, other.Decision))
        {
            return false;
        }

        var alike = Decision.OutcomeOf(mine) == Decision.OutcomeOf(others)
            && Decision.Relevant.Contains(mine) == Decision.Relevant.Contains(others)
            && Decision.ByHand.Contains(mine) == Decision.ByHand.Contains(others)
            && Decision.HolderMayGive.Contains(mine) == Decision.HolderMayGive.Contains(others)
            && Decision.LeftToHolder.Contains(mine) == Decision.LeftToHolder.Contains(others)
            && Decision.RoutedToHuman.Contains(mine) == Decision.RoutedToHuman.Contains(others);
        foreach (var applied in Decision.Applied)
        {
            if (!alike)
            {
                break;
            }

            alike = applied.Cells.Contains(mine) == applied.Cells.Contains(others);
        }

        return alike;
    }
}
