namespace Taushet.Cli.Load;

/// <summary>What one stretch of load gave.</summary>
/// <param name="Target">Which target.</param>
/// <param name="Callers">Callers at once.</param>
/// <param name="Answered">Calls answered rightly.</param>
/// <param name="Failed">Calls that failed.</param>
/// <param name="Elapsed">How long the stretch took.</param>
/// <param name="Median">Half of the answered calls took at most this long.</param>
/// <param name="Percentile99">99 of 100 answered calls took at most this long.</param>
/// <param name="FirstFailure">What the first failure was, or null.</param>
public sealed record LoadFigures(
    string Target,
    int Callers,
    int Answered,
    int Failed,
    TimeSpan Elapsed,
    TimeSpan Median,
    TimeSpan Percentile99,
    string? FirstFailure)
{
    /// <summary>Rightly answered calls a second.</summary>
    public double PerSecond => Elapsed > TimeSpan.Zero ? Answered / Elapsed.TotalSeconds : 0;
}
