using System.Runtime.ExceptionServices;

namespace Taushet.Gateway.Receive;

/// <summary>Looks at the token of a stream that may be idle, so that it ends when the token does and not when its caller next speaks.</summary>
internal sealed class TokenWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource ended = new();
    private readonly CancellationTokenSource disposing = new();
    private readonly Task watching;
    private ExceptionDispatchInfo? fault;

    private TokenWatch(Call stream, TimeProvider clock, TimeProvider monotonic, TimeSpan interval) =>
        watching = WatchAsync(stream, clock, monotonic, interval);

    /// <summary>Ends when the token holds no more, or when that cannot be told: nothing more is taken then.</summary>
    public CancellationToken Ended => ended.Token;

    /// <summary>Begins to look.</summary>
    /// <param name="stream">The stream as a call.</param>
    /// <param name="clock">The clock by which the token expires.</param>
    /// <param name="monotonic">Measures the time between two looks.</param>
    /// <param name="interval">That time.</param>
    public static TokenWatch Start(Call stream, TimeProvider clock, TimeProvider monotonic, TimeSpan interval) =>
        new(stream, clock, monotonic, interval);

    /// <summary>Throws what kept it from looking.</summary>
    public void RequireSight() => fault?.Throw();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await disposing.CancelAsync();
        await watching;
        ended.Dispose();
        disposing.Dispose();
    }

    private async Task WatchAsync(Call stream, TimeProvider clock, TimeProvider monotonic, TimeSpan interval)
    {
        try
        {
            while (stream.Caller.HoldsAt(clock.GetUtcNow()))
            {
                await Task.Delay(interval, monotonic, disposing.Token);
            }
        }
        catch (OperationCanceledException) when (disposing.IsCancellationRequested)
        {
            return;
        }
        catch (Exception thrown)
        {
            fault = ExceptionDispatchInfo.Capture(thrown);
        }

        await ended.CancelAsync();
    }
}
