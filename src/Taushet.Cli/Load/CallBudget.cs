namespace Taushet.Cli.Load;

/// <summary>What one stretch may still spend: time and calls, shared by its callers.</summary>
internal sealed class CallBudget(TimeProvider clock, TimeSpan length, int mostCalls)
{
    private readonly long start = clock.GetTimestamp();

    private int left = mostCalls;

    /// <summary>Takes one call, unless time or calls are spent.</summary>
    public bool TakeOne() => clock.GetElapsedTime(start) < length && Interlocked.Decrement(ref left) >= 0;
}
