using Taushet.Core.Requests;

namespace Taushet.Core.Anonymising;

/// <summary>Tells age and place of a child only as exactly as enough children share them (law 6.1).</summary>
/// <remarks>
/// INVARIANT: a place is told only where at least k children share it and the told age; where the municipality has fewer the county is
/// told, and where that has fewer, nothing.
/// It judges age and place and nothing else: what a text tells is for a human to judge.
/// </remarks>
public static class Generalising
{
    /// <summary>The least number of children that must share age and place, unless a gateway asks for more or fewer.</summary>
    public const int DefaultK = 20;

    /// <summary>Generalises.</summary>
    /// <param name="age">The child's age in whole years; unknown is not told.</param>
    /// <param name="municipality">Four digits, or empty when it is not stated.</param>
    /// <param name="graded">Whether the address is graded or hidden. Unless it is known that it is not, no place is told.</param>
    /// <param name="counts">How many children there are.</param>
    /// <param name="k">How many must share age and place.</param>
    public static Generalised Of(Known<int> age, string municipality, Known<bool> graded, ChildCounts counts, int k)
    {
        AgeBand? band = age.IsKnown ? AgeBand.Of(age.Value) : null;
        if (municipality.Length == 0 || graded.Or(true))
        {
            return new Generalised(band, Place.Untold, 0);
        }

        Place[] tries = [Place.InMunicipality(municipality), Place.InCountyOf(municipality)];
        foreach (var place in tries)
        {
            var children = counts.In(place, band);
            if (children >= k)
            {
                return new Generalised(band, place, children);
            }
        }

        return new Generalised(band, Place.Untold, 0);
    }
}

/// <summary>Age and place as they may be told.</summary>
/// <param name="Band">The age; null when it is not told.</param>
/// <param name="Place">The place.</param>
/// <param name="Children">How many children share both; 0 when no place is told.</param>
public readonly record struct Generalised(AgeBand? Band, Place Place, int Children);
