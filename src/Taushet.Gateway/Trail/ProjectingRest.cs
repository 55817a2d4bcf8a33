namespace Taushet.Gateway.Trail;

/// <summary>How long the index rests between two full steps: requests come first, and the index says how far behind it is.</summary>
internal static class ProjectingRest
{
    private const int Longest = 9;
    private const int WhenFar = 1;

    /// <summary>
    /// How many times as long as the step took: nine when the log grows as fast as the index takes in or faster, less the slower it
    /// grows, and nothing when nobody writes. An index that is far behind takes at least every other moment.
    /// </summary>
    /// <param name="grown">Entries committed since the step before ended.</param>
    /// <param name="added">Entries the step took in; more than none.</param>
    /// <param name="far">Whether the index is far behind.</param>
    public static double After(long grown, int added, bool far) =>
        (far ? WhenFar : Longest) * Math.Clamp((double)grown / added, 0, 1);
}
