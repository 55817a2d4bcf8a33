using Grpc.Core;
using Taushet.Compat.V1;

namespace Taushet.Compat.Tests.Wire;

/// <summary>How calls end: deadlines, cancellation, errors.</summary>
public sealed class EndingTests
{
    private static readonly byte[] Details = [0, 1, 2, 255];

    [Fact]
    public async Task Unary_DeadlinePasses_FailsOnBothSides()
    {
        var seen = new TaskCompletionSource<DateTime>();
        await using var server = await EchoServer.StartAsync(new() { Unary = UntilCancelled(seen) });
        // Long enough that the handler is reached on a busy machine.
        var deadline = DateTime.UtcNow.AddSeconds(2);

        var failure = await Should.ThrowAsync<RpcException>(
            async () => await server.Client.UnaryAsync(new(), deadline: deadline));

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        (await seen.Task.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe(deadline, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Unary_CallerCancels_FailsOnBothSides()
    {
        var seen = new TaskCompletionSource<DateTime>();
        var started = new TaskCompletionSource();
        await using var server = await EchoServer.StartAsync(new() { Unary = UntilCancelled(seen, started) });
        using var cancellation = new CancellationTokenSource();

        using var call = server.Client.UnaryAsync(new(), cancellationToken: cancellation.Token);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await cancellation.CancelAsync();

        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.Cancelled);
        (await seen.Task.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe(DateTime.MaxValue);
    }

    [Fact]
    public async Task ServerStream_CallDisposed_Ends()
    {
        await using var server = await EchoServer.StartAsync();
        var call = server.Client.ServerStream(new() { Text = "a", Times = int.MaxValue });
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();

        call.Dispose();

        call.GetStatus().StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task Unary_HandlerThrowsStatusWithDetails_ClientSeesAll()
    {
        await using var server = await EchoServer.StartAsync(new()
        {
            Unary = (_, context) =>
            {
                context.ResponseTrailers.Add("from-context", "1");
                throw new RpcException(
                    new Status(StatusCode.FailedPrecondition, "ikke nå, 100 %"),
                    new Metadata { { "grpc-status-details-bin", Details }, { "reason", "x" } });
            },
        });

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client.UnaryAsync(new()));

        failure.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        failure.Status.Detail.ShouldBe("ikke nå, 100 %");
        failure.Trailers.GetValueBytes("grpc-status-details-bin").ShouldBe(Details);
        failure.Trailers.GetValue("reason").ShouldBe("x");
        failure.Trailers.GetValue("from-context").ShouldBe("1");
    }

    [Fact]
    public async Task Unary_HandlerThrowsOther_ClientSeesUnknownWithoutTheMessage()
    {
        await using var server = await EchoServer.StartAsync(new()
        {
            Unary = (_, _) => throw new InvalidOperationException("secret"),
        });

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client.UnaryAsync(new()));

        failure.StatusCode.ShouldBe(StatusCode.Unknown);
        failure.Status.Detail.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Unary_HandlerSetsStatus_ClientFails()
    {
        await using var server = await EchoServer.StartAsync(new()
        {
            Unary = (_, context) =>
            {
                context.Status = new Status(StatusCode.NotFound, "nothing");
                return Task.FromResult(new UnaryResponse());
            },
        });

        using var call = server.Client.UnaryAsync(new());

        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.NotFound);
        call.GetStatus().Detail.ShouldBe("nothing");
    }

    private static UnaryServerMethod<UnaryRequest, UnaryResponse> UntilCancelled(
        TaskCompletionSource<DateTime> deadlineSeen, TaskCompletionSource? started = null) =>
        async (_, context) =>
        {
            started?.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
            }
            finally
            {
                deadlineSeen.SetResult(context.Deadline);
            }

            return new UnaryResponse();
        };
}
