using System.Collections.Concurrent;
using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Hosting;

public sealed class ShutdownTests
{
    [Fact]
    public async Task Stop_UnderLoad_EveryAnswerIsInTheTrailAndTheStoreIsDrained()
    {
        await using var gateway = await TestGateway.StartAsync();
        var answered = new ConcurrentBag<ulong>();
        var other = new ConcurrentBag<StatusCode>();
        using var stop = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    var answer = await gateway.Client.RequestInformationAsync(
                        Town.Request(Town.Order(Town.Known, Cell.Attendance)), gateway.As(Town.Barnevern));
                    answered.Add(answer.Receipt.Index);
                }
                catch (RpcException error)
                {
                    other.Add(error.StatusCode);
                    return;
                }
            }
        })).ToList();
        for (var waited = 0; waited < 200 && answered.Count <= 16; waited++)
        {
            await Task.Delay(100);
        }

        await gateway.Host.StopAsync();
        await stop.CancelAsync();
        await Task.WhenAll(callers);

        answered.Count.ShouldBeGreaterThan(16);
        gateway.Scripted.Drained.ShouldBeTrue();
        var stored = await gateway.Store.Trail.CountAsync(default);
        answered.ShouldAllBe(index => (long)index < stored);
        other.ShouldAllBe(code => code == StatusCode.Unavailable || code == StatusCode.Cancelled);
    }
}
