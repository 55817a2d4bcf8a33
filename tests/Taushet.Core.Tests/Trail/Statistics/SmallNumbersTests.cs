using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Trail.Statistics;

namespace Taushet.Core.Tests.Trail.Statistics;

public sealed class SmallNumbersTests
{
    [Theory]
    [InlineData(new long[] { 10, 20, 0 }, new[] { "10", "20", "0" }, "30")]
    [InlineData(new long[] { 3, 20, 7 }, new[] { "-", "20", "-" }, "30")]
    [InlineData(new long[] { 1, 2, 40 }, new[] { "-", "-", "-" }, "43")]
    [InlineData(new long[] { 4, 4, 40 }, new[] { "-", "-", "40" }, "48")]
    [InlineData(new long[] { 3, 0, 0 }, new[] { "-", "-", "-" }, "-")]
    [InlineData(new long[] { 0, 0 }, new[] { "0", "0" }, "0")]
    [InlineData(new long[] { }, new string[] { }, "0")]
    public void Hide_Counts_ShowsWhatTellsNoSmallOne(long[] counts, string[] shown, string total)
    {
        var hidden = SmallNumbers.Hide(counts);

        hidden.Counts.Select(Text).ShouldBe(shown);
        Text(hidden.Total).ShouldBe(total);
    }

    /// <summary>INVARIANT: no small count can be computed from the counts and totals that are shown.</summary>
    [Fact]
    public void Hide_AnyCounts_LeavesEachSmallOneSeveralValuesItMightHave() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(
            Gen.Frequency((3, Gen.Choose(0, 6)), (1, Gen.Choose(0, 200))).Select(count => (long)count).ListOf().Select(list => list.ToArray()).ToArbitrary(),
            counts =>
            {
                var hidden = SmallNumbers.Hide(counts);
                for (var place = 0; place < counts.Length; place++)
                {
                    if (hidden.Counts[place] is { } shown)
                    {
                        shown.ShouldBe(counts[place]);
                        (shown is > 0 and < SmallNumbers.Least).ShouldBeFalse();
                    }
                    else if (counts[place] is > 0 and < SmallNumbers.Least)
                    {
                        Possible(hidden).ShouldBeGreaterThan(1, $"{string.Join(' ', counts)}");
                    }
                }

                return hidden.Total is not (> 0 and < SmallNumbers.Least);
            }));

    // How many values one hidden count may have for all that is shown: everything that is hidden adds up to what is missing.
    private static long Possible(HiddenCounts hidden)
    {
        var places = hidden.Counts.Count(count => count is null);
        if (hidden.Total is not { } total)
        {
            return long.MaxValue;
        }

        var missing = total - hidden.Counts.Sum(count => count ?? 0);
        return places == 1 ? 1 : missing + 1;
    }

    private static string Text(long? count) => count is { } shown ? $"{shown}" : "-";
}
