using Grpc.Core;
using Grpc.Health.V1;
using Taushet.Gateway.Tests.Support;
using static Grpc.Health.V1.HealthCheckResponse.Types;
using HealthClient = Grpc.Health.V1.Health.HealthClient;

namespace Taushet.Gateway.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task Check_WithoutToken_FollowsTheStore()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = new HealthClient(gateway.Invoker);

        (await client.CheckAsync(new HealthCheckRequest())).Status.ShouldBe(ServingStatus.Serving);
        gateway.Scripted.AuditDown = true;
        (await client.CheckAsync(new HealthCheckRequest { Service = "taushet.v1.SharingService" })).Status
            .ShouldBe(ServingStatus.NotServing);
        gateway.Scripted.AuditDown = false;
        (await client.CheckAsync(new HealthCheckRequest())).Status.ShouldBe(ServingStatus.Serving);
        var error = await Should.ThrowAsync<RpcException>(async () =>
            await client.CheckAsync(new HealthCheckRequest { Service = "other" }));
        error.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Watch_StoreDownBackAndStop_TellsEachChange()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var watch = new HealthClient(gateway.Invoker).Watch(new HealthCheckRequest());
        (await NextAsync(watch)).ShouldBe(ServingStatus.Serving);
        gateway.Scripted.AuditDown = true;
        (await NextAsync(watch)).ShouldBe(ServingStatus.NotServing);
        gateway.Scripted.AuditDown = false;
        (await NextAsync(watch)).ShouldBe(ServingStatus.Serving);

        var stopping = gateway.Host.StopAsync();

        (await NextAsync(watch)).ShouldBe(ServingStatus.NotServing);
        await stopping.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static async Task<ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        (await watch.ResponseStream.MoveNext(default).WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
        return watch.ResponseStream.Current.Status;
    }
}
