using System.Collections.Frozen;

namespace Taushet.Core.Anonymising;

/// <summary>How many children of each age live in each municipality, as the population register counts them. Tells of nobody.</summary>
/// <remarks>What is not counted counts as nobody: a count that is too low only makes a place coarser.</remarks>
public sealed class ChildCounts
{
    /// <summary>The last age that counts when an age is not told.</summary>
    private const int LastChildAge = 17;

    private readonly FrozenDictionary<(string Municipality, int Age), int> children;
    private readonly FrozenDictionary<(string County, int Age), int> inCounty;

    /// <summary>Makes the counts.</summary>
    /// <param name="counted">Municipality of four digits, age in whole years, how many; at most one for each pair.</param>
    public ChildCounts(IEnumerable<(string Municipality, int Age, int Children)> counted)
    {
        var rows = counted.ToList();
        children = rows.ToFrozenDictionary(row => (row.Municipality, row.Age), row => row.Children);
        inCounty = rows
            .GroupBy(row => (County: Place.CountyOf(row.Municipality), row.Age))
            .ToFrozenDictionary(group => group.Key, group => group.Sum(row => row.Children));
    }

    /// <summary>Nothing counted: every place is too small to be told.</summary>
    public static ChildCounts None { get; } = new([]);

    /// <summary>How many children share a place and a band; of every age under 18 when no age is told.</summary>
    public int In(Place place, AgeBand? band) =>
        Ages(band).Sum(age => place.Extent switch
        {
            PlaceExtent.Municipality => children.GetValueOrDefault((place.Number, age)),
            PlaceExtent.County => inCounty.GetValueOrDefault((place.Number, age)),
            PlaceExtent.Untold => 0,
        });

    private static IEnumerable<int> Ages(AgeBand? band) =>
        band is { } told ? Enumerable.Range(told.From, AgeBand.Years) : Enumerable.Range(0, LastChildAge + 1);
}
