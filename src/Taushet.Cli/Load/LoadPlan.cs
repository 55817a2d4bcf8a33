namespace Taushet.Cli.Load;

/// <summary>How hard and how long to call. Bounded in time and in count, so that a slip of the hand cannot harm.</summary>
public sealed record LoadPlan
{
    /// <summary>The longest measured stretch, in seconds.</summary>
    public const int LongestSeconds = 120;

    /// <summary>The most callers at once.</summary>
    public const int MostCallers = 512;

    /// <summary>Callers at once, one stretch each.</summary>
    public required IReadOnlyList<int> Callers { get; init; }

    /// <summary>How long each target is called before it is measured.</summary>
    public required TimeSpan WarmUp { get; init; }

    /// <summary>How long each target is measured.</summary>
    public required TimeSpan Measured { get; init; }

    /// <summary>The most calls of one stretch.</summary>
    public int MostCalls { get; init; } = 2_000_000;

    /// <summary>How long calls that are under way may still take when a stretch is over; then they are cut and have failed.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What is wrong with the plan, or null.</summary>
    public string? Fault => this switch
    {
        { Callers.Count: 0 } => "at least one number of callers is needed",
        _ when Callers.Any(callers => callers is < 1 or > MostCallers) => $"callers lie between 1 and {MostCallers}",
        _ when Measured < TimeSpan.FromSeconds(1) || Measured > TimeSpan.FromSeconds(LongestSeconds)
            => $"a stretch lasts 1 to {LongestSeconds} seconds",
        _ when WarmUp < TimeSpan.Zero || WarmUp > TimeSpan.FromSeconds(LongestSeconds)
            => $"a warm-up lasts 0 to {LongestSeconds} seconds",
        _ => null,
    };
}
