namespace Taushet.Core.Anonymising;

/// <summary>An age as it is told of a child nobody may recognise: three years, and always the same three.</summary>
/// <remarks>
/// INVARIANT: an age is never told finer than in bands of three years that do not overlap, so that no two tellings narrow each other.
/// </remarks>
public readonly record struct AgeBand
{
    /// <summary>How many years a band holds.</summary>
    public const int Years = 3;

    private AgeBand(int from) => From = from;

    /// <summary>The first age in it.</summary>
    public int From { get; }

    /// <summary>The last age in it.</summary>
    public int To => From + Years - 1;

    /// <summary>The band of an age.</summary>
    /// <param name="age">Whole years, not negative.</param>
    public static AgeBand Of(int age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(age);
        return new AgeBand(age / Years * Years);
    }
}
