namespace Grpc.Core;

/// <summary>What the four kinds of call have in common: how to ask the transport about the call.</summary>
internal readonly struct AsyncCallState(
    Func<object, Task<Metadata>> responseHeadersAsync,
    Func<object, Status> getStatus,
    Func<object, Metadata> getTrailers,
    Action<object> dispose,
    object state)
{
    // The stateful form lets a transport share static delegates; the plain form is the same with itself as its state.
    public AsyncCallState(
        Task<Metadata> responseHeadersAsync, Func<Status> getStatus, Func<Metadata> getTrailers, Action dispose)
        : this(
            static plain => ((Plain)plain).ResponseHeaders,
            static plain => ((Plain)plain).GetStatus(),
            static plain => ((Plain)plain).GetTrailers(),
            static plain => ((Plain)plain).Dispose(),
            new Plain(responseHeadersAsync, getStatus, getTrailers, dispose))
    {
    }

    public Task<Metadata> ResponseHeadersAsync() => responseHeadersAsync(state);

    public Status GetStatus() => getStatus(state);

    public Metadata GetTrailers() => getTrailers(state);

    public void Dispose() => dispose(state);

    private sealed record Plain(
        Task<Metadata> ResponseHeaders, Func<Status> GetStatus, Func<Metadata> GetTrailers, Action Dispose);
}
