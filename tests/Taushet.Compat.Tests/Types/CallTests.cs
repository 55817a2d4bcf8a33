using Grpc.Core;

namespace Taushet.Compat.Tests.Types;

/// <summary>The four call objects, in the plain form a test double uses and the form a transport uses.</summary>
public sealed class CallTests
{
    private static readonly Metadata Headers = new() { { "h", "1" } };
    private static readonly Metadata Trailers = new() { { "t", "2" } };
    private static readonly Status Status = new(StatusCode.OK, "done");

    [Fact]
    public async Task Unary_Plain_AsksTheDelegates()
    {
        var disposed = 0;
        var call = new AsyncUnaryCall<string>(
            Task.FromResult("a"), Task.FromResult(Headers), () => Status, () => Trailers, () => disposed++);

        (await call).ShouldBe("a");
        (await call.ConfigureAwait(false)).ShouldBe("a");
        (await call.ResponseAsync).ShouldBe("a");
        (await call.ResponseHeadersAsync).ShouldBeSameAs(Headers);
        call.GetStatus().ShouldBe(Status);
        call.GetTrailers().ShouldBeSameAs(Trailers);
        call.Dispose();
        disposed.ShouldBe(1);
    }

    [Fact]
    public async Task Unary_WithState_GivesItToTheDelegates()
    {
        var state = new State();
        using (var call = new AsyncUnaryCall<string>(
            Task.FromResult("a"), State.HeadersOf, State.StatusOf, State.TrailersOf, State.Dispose, state))
        {
            (await call.ResponseHeadersAsync).ShouldBeSameAs(Headers);
            call.GetStatus().ShouldBe(Status);
            call.GetTrailers().ShouldBeSameAs(Trailers);
        }

        state.Disposed.ShouldBeTrue();
    }

    [Fact]
    public async Task ClientStreaming_BothForms_AskTheDelegates()
    {
        var writer = new NullStream();
        var state = new State();
        using var plain = new AsyncClientStreamingCall<string, string>(
            writer, Task.FromResult("a"), Task.FromResult(Headers), () => Status, () => Trailers, () => { });
        using var stateful = new AsyncClientStreamingCall<string, string>(
            writer, Task.FromResult("a"), State.HeadersOf, State.StatusOf, State.TrailersOf, State.Dispose, state);

        foreach (var call in (AsyncClientStreamingCall<string, string>[])[plain, stateful])
        {
            (await call).ShouldBe("a");
            call.RequestStream.ShouldBeSameAs(writer);
            (await call.ResponseHeadersAsync).ShouldBeSameAs(Headers);
            call.GetStatus().ShouldBe(Status);
            call.GetTrailers().ShouldBeSameAs(Trailers);
        }
    }

    [Fact]
    public async Task ServerStreaming_BothForms_AskTheDelegates()
    {
        var reader = new NullStream();
        var state = new State();
        using var plain = new AsyncServerStreamingCall<string>(
            reader, Task.FromResult(Headers), () => Status, () => Trailers, () => { });
        using var stateful = new AsyncServerStreamingCall<string>(
            reader, State.HeadersOf, State.StatusOf, State.TrailersOf, State.Dispose, state);

        foreach (var call in (AsyncServerStreamingCall<string>[])[plain, stateful])
        {
            call.ResponseStream.ShouldBeSameAs(reader);
            (await call.ResponseHeadersAsync).ShouldBeSameAs(Headers);
            call.GetStatus().ShouldBe(Status);
            call.GetTrailers().ShouldBeSameAs(Trailers);
        }
    }

    [Fact]
    public async Task Duplex_BothForms_AskTheDelegates()
    {
        var stream = new NullStream();
        var state = new State();
        using var plain = new AsyncDuplexStreamingCall<string, string>(
            stream, stream, Task.FromResult(Headers), () => Status, () => Trailers, () => { });
        using var stateful = new AsyncDuplexStreamingCall<string, string>(
            stream, stream, State.HeadersOf, State.StatusOf, State.TrailersOf, State.Dispose, state);

        foreach (var call in (AsyncDuplexStreamingCall<string, string>[])[plain, stateful])
        {
            call.RequestStream.ShouldBeSameAs(stream);
            call.ResponseStream.ShouldBeSameAs(stream);
            (await call.ResponseHeadersAsync).ShouldBeSameAs(Headers);
            call.GetStatus().ShouldBe(Status);
            call.GetTrailers().ShouldBeSameAs(Trailers);
        }
    }

    [Fact]
    public async Task WriteAsync_WriterThatCannotCancel_RefusesOnlyATokenThatCan()
    {
        using var cancellation = new CancellationTokenSource();
        IAsyncStreamWriter<string> writer = new NullStream();

        await writer.WriteAsync("a", CancellationToken.None);
        await Should.ThrowAsync<NotSupportedException>(async () => await writer.WriteAsync("a", cancellation.Token));
    }

    [Fact]
    public async Task ReadAllAsync_EmptyStream_GivesNothing()
    {
        await foreach (var message in new NullStream().ReadAllAsync())
        {
            Assert.Fail(message);
        }

        (await new NullStream().MoveNext()).ShouldBeFalse();
    }

    private sealed class State
    {
        public bool Disposed { get; private set; }

        public static Task<Metadata> HeadersOf(object state) => Task.FromResult(state is State ? Headers : Metadata.Empty);

        public static Status StatusOf(object state) => state is State ? Status : default;

        public static Metadata TrailersOf(object state) => state is State ? Trailers : Metadata.Empty;

        public static void Dispose(object state) => ((State)state).Disposed = true;
    }

    private sealed class NullStream : IClientStreamWriter<string>, IAsyncStreamReader<string>
    {
        public WriteOptions? WriteOptions { get; set; }

        public string Current => "";

        public Task WriteAsync(string message) => Task.CompletedTask;

        public Task CompleteAsync() => Task.CompletedTask;

        public Task<bool> MoveNext(CancellationToken cancellationToken) => Task.FromResult(false);
    }
}
