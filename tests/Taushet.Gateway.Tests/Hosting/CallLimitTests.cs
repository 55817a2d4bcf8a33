using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Hosting;

public sealed class CallLimitTests
{
    [Fact]
    public async Task Call_PastTheDefaultDeadline_DeadlineExceeded()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { DeadlineDefault = TimeSpan.FromMilliseconds(400) });
        gateway.Scripted.Gate = new TaskCompletionSource();

        (await FailAsync(gateway, deadline: null)).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Call_LongerDeadlineThanTheCap_CappedThere()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with
        {
            DeadlineCap = TimeSpan.FromMilliseconds(400),
            DeadlineDefault = TimeSpan.FromMilliseconds(400),
            SourceTimeout = TimeSpan.FromMilliseconds(200),
        });
        gateway.Scripted.Gate = new TaskCompletionSource();

        (await FailAsync(gateway, DateTime.UtcNow.AddMinutes(5))).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Call_CancelledByTheCaller_EndsTheFetch()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { SourceTimeout = TimeSpan.FromSeconds(20) });
        var ended = new TaskCompletionSource();
        using var cancel = new CancellationTokenSource();
        gateway.Source.Answer = async (_, cancelled) =>
        {
            await cancel.CancelAsync();
            await Task.Delay(TimeSpan.FromMinutes(1), cancelled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ended.SetResult();
            return new GetLeavesResponse();
        };

        var error = await Should.ThrowAsync<RpcException>(async () => await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(Town.Known, Cell.Attendance)), gateway.As(Town.Barnevern), null, cancel.Token));

        error.StatusCode.ShouldBe(StatusCode.Cancelled);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task Request_TooLarge_ResourceExhausted()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { MaxRequestBytes = 4096 });
        var request = Town.Request(Town.Order(Town.Known, Cell.Attendance));
        request.Inquiry.Bases[0].Evidence.Order.Necessity = new string('x', 10_000);

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await gateway.Client.RequestInformationAsync(request, gateway.As(Town.Barnevern)));

        error.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Fault_OfTheGateway_InternalWithRequestIdOnly()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Scripted.Gate = new TaskCompletionSource();
        gateway.Scripted.Gate.SetException(new InvalidOperationException($"{FilledRecord.Surname} {Town.Known}"));
        var request = Town.Request(Town.Order(Town.Known, Cell.Attendance));

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await gateway.Client.RequestInformationAsync(request, gateway.As(Town.Barnevern)));

        error.StatusCode.ShouldBe(StatusCode.Internal);
        var id = Convert.ToHexStringLower(request.RequestId.Span);
        error.Status.Detail.ShouldBe($"A fault of the gateway. Request id {id}.");
        Details.RequestId(error).ShouldBe(id);
    }

    private static Task<RpcException> FailAsync(TestGateway gateway, DateTime? deadline) =>
        Should.ThrowAsync<RpcException>(async () => await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(Town.Known, Cell.Attendance)), gateway.As(Town.Barnevern), deadline));
}
