namespace Taushet.Benchmarks.EndToEnd;

/// <summary>A server that runs, whatever it is.</summary>
/// <param name="Address">Where it answers.</param>
/// <param name="Running">What stops it.</param>
internal sealed record RunningServer(Uri Address, IAsyncDisposable Running) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Running.DisposeAsync();
}
