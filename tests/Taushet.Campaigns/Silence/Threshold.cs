namespace Taushet.Campaigns.Silence;

/// <summary>How well the best latency threshold tells two kinds of request apart.</summary>
internal static class Threshold
{
    /// <summary>
    /// The share of right guesses of the best rule "slower than t is the one kind", in either direction, when both kinds
    /// are equally likely: 0.5 is no better than a coin.
    /// </summary>
    public static double BestAccuracy(IEnumerable<long> left, IEnumerable<long> right)
    {
        var lefts = left.Order().ToArray();
        var rights = right.Order().ToArray();
        var best = 0.5;
        foreach (var t in lefts.Concat(rights).Distinct())
        {
            var leftBelow = (double)CountAtMost(lefts, t) / lefts.Length;
            var rightBelow = (double)CountAtMost(rights, t) / rights.Length;
            best = Math.Max(best, 0.5 + (Math.Abs(leftBelow - rightBelow) / 2));
        }

        return best;
    }

    private static int CountAtMost(long[] sorted, long limit)
    {
        var low = 0;
        var high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] <= limit)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
