using System.Collections.Immutable;

namespace Taushet.Core.Trail.Statistics;

/// <summary>Hides small numbers in a table of counts and their total, and as much besides as would tell them by subtraction.</summary>
/// <remarks>
/// INVARIANT: no small count can be computed from the counts and totals that are shown. At least two counts are hidden wherever one
/// is, and together they are at least the least number; a total is hidden exactly when it is small, so that tables of the same
/// entries by other properties show the same totals and add nothing.
/// </remarks>
public static class SmallNumbers
{
    /// <summary>The least number that is shown; 0 is shown as well, since it is nobody's.</summary>
    public const int Least = 5;

    /// <summary>Hides.</summary>
    /// <param name="counts">The counts, none negative.</param>
    public static HiddenCounts Hide(IReadOnlyList<long> counts)
    {
        var total = counts.Sum();
        if (total is > 0 and < Least)
        {
            return new HiddenCounts([.. counts.Select(_ => (long?)null)], null);
        }

        var hidden = new HashSet<int>(Enumerable.Range(0, counts.Count).Where(place => IsSmall(counts[place])));
        foreach (var place in Enumerable.Range(0, counts.Count).Where(place => counts[place] >= Least).OrderBy(place => counts[place]))
        {
            if (hidden.Count == 0 || (hidden.Count > 1 && hidden.Sum(one => counts[one]) >= Least))
            {
                break;
            }

            hidden.Add(place);
        }

        return new HiddenCounts([.. counts.Select((count, place) => hidden.Contains(place) ? (long?)null : count)], total);
    }

    private static bool IsSmall(long count) => count is > 0 and < Least;
}

/// <summary>Counts of which some are hidden.</summary>
/// <param name="Counts">Each count in its place, null where it is hidden.</param>
/// <param name="Total">Their total, null when it is hidden.</param>
public sealed record HiddenCounts(ImmutableArray<long?> Counts, long? Total);
