namespace Taushet.Gateway.Receive;

/// <summary>How long a call may take: the caller's deadline, capped, or the default where the caller sets none.</summary>
/// <remarks>Runs on the machine's monotonic clock, not on the clock of the law.</remarks>
internal sealed class TimeLimit : IDisposable
{
    private readonly TimeProvider monotonic;
    private readonly long start;
    private readonly TimeSpan length;
    private readonly CancellationTokenSource? own;

    /// <summary>Starts the clock.</summary>
    /// <param name="callers">What the caller grants, or null.</param>
    /// <param name="otherwise">What a caller gets that grants nothing.</param>
    /// <param name="cap">The most that a caller gets.</param>
    /// <param name="monotonic">Measures elapsed time.</param>
    /// <param name="callerGone">Ends when the caller goes away or its own deadline passes.</param>
    public TimeLimit(TimeSpan? callers, TimeSpan otherwise, TimeSpan cap, TimeProvider monotonic, CancellationToken callerGone)
    {
        this.monotonic = monotonic;
        start = monotonic.GetTimestamp();
        length = callers is null ? otherwise : Min(callers.Value, cap);

        // The server itself ends a call at the caller's deadline, but takes a deadline of nothing for none; that and a
        // shorter end of our own need a timer.
        if (callers is null || callers <= TimeSpan.Zero || callers > cap)
        {
            own = CancellationTokenSource.CreateLinkedTokenSource(callerGone);
            own.CancelAfter(length);
        }

        Cancellation = own?.Token ?? callerGone;
    }

    /// <summary>Ends when the caller goes away or the time is up.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>What is left; never negative.</summary>
    public TimeSpan Remaining => Max(length - monotonic.GetElapsedTime(start), TimeSpan.Zero);

    /// <summary>Starts the clock of one part of this call, which ends no later than the call.</summary>
    /// <param name="atMost">How long the part may take.</param>
    public TimeLimit Part(TimeSpan atMost) =>
        new(callers: null, Min(atMost, Remaining), atMost, monotonic, Cancellation);

    /// <summary>Reads the gRPC time-out header: up to eight digits and a unit.</summary>
    /// <returns>Null when there is none or it is malformed.</returns>
    public static TimeSpan? Parse(string? header)
    {
        if (header is null
            || header.Length is < 2 or > 9
            || !long.TryParse(header.AsSpan(0, header.Length - 1), System.Globalization.NumberStyles.None, null, out var count))
        {
            return null;
        }

        return header[^1] switch
        {
            'H' => TimeSpan.FromHours(count),
            'M' => TimeSpan.FromMinutes(count),
            'S' => TimeSpan.FromSeconds(count),
            'm' => TimeSpan.FromMilliseconds(count),
            'u' => TimeSpan.FromMicroseconds(count),
            'n' => TimeSpan.FromTicks(count / 100),
            _ => null,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => own?.Dispose();

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
