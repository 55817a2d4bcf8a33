using Grpc.Core;

namespace Taushet.Compat.Tests.Types;

public sealed class CallOptionsTests
{
    private static readonly DateTime Deadline = new(2030, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Fact]
    public void Default_AsksForNothing()
    {
        var options = default(CallOptions);

        options.Headers.ShouldBeNull();
        options.Deadline.ShouldBeNull();
        options.CancellationToken.CanBeCanceled.ShouldBeFalse();
        options.WriteOptions.ShouldBeNull();
        options.PropagationToken.ShouldBeNull();
        options.Credentials.ShouldBeNull();
        options.IsWaitForReady.ShouldBeFalse();
    }

    [Fact]
    public void With_EachValue_ChangesACopyOnly()
    {
        using var cancellation = new CancellationTokenSource();
        var headers = new Metadata();
        var writeOptions = new WriteOptions(WriteFlags.NoCompress);
        var credentials = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);
        var original = new CallOptions();

        var changed = original.WithHeaders(headers)
            .WithDeadline(Deadline)
            .WithCancellationToken(cancellation.Token)
            .WithWriteOptions(writeOptions)
            .WithCredentials(credentials)
            .WithWaitForReady();

        changed.Headers.ShouldBeSameAs(headers);
        changed.Deadline.ShouldBe(Deadline);
        changed.CancellationToken.ShouldBe(cancellation.Token);
        changed.WriteOptions.ShouldBeSameAs(writeOptions);
        changed.Credentials.ShouldBeSameAs(credentials);
        changed.IsWaitForReady.ShouldBeTrue();
        changed.WithWaitForReady(false).IsWaitForReady.ShouldBeFalse();
        original.ShouldBe(default);
    }

    [Fact]
    public void Constructor_Values_AreKept()
    {
        var headers = new Metadata();

        var options = new CallOptions(headers, Deadline, writeOptions: WriteOptions.Default);

        options.Headers.ShouldBeSameAs(headers);
        options.Deadline.ShouldBe(Deadline);
        options.WriteOptions!.Flags.ShouldBe(default);
    }

    [Fact]
    public void ContextPropagationOptions_Default_PropagatesBoth()
    {
        ContextPropagationOptions.Default.IsPropagateDeadline.ShouldBeTrue();
        ContextPropagationOptions.Default.IsPropagateCancellation.ShouldBeTrue();
        new ContextPropagationOptions(propagateDeadline: false).IsPropagateDeadline.ShouldBeFalse();
    }
}
