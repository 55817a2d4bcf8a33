using Grpc.Core;
using Taushet.Core.Trail;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Identify;

public sealed class PermissionTests
{
    [Fact]
    public async Task RequestInformation_AnotherOrganisationsToken_PermissionDeniedAndRecorded()
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await Should.ThrowAsync<RpcException>(async () => await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(Town.Known, Cell.Attendance)), gateway.As(Town.School)));

        error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await KindsAsync(gateway)).ShouldBe([EntryKind.Denied]);
        gateway.Source.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task RequestInformation_ServiceNotRegistered_PermissionDenied()
    {
        await using var gateway = await TestGateway.StartAsync();
        var inquiry = Town.Order(Town.Known, Cell.Attendance);
        inquiry.Receiver.Service = Service.Police;

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await gateway.Client.RequestInformationAsync(Town.Request(inquiry), gateway.As(Town.Barnevern)));

        error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task RequestInformation_HolderNotRegistered_InvalidArgument()
    {
        await using var gateway = await TestGateway.StartAsync();
        var inquiry = Town.Order(Town.Known, Cell.Attendance);
        inquiry.Holder.OrganisationNumber = Town.Stranger;

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await gateway.Client.RequestInformationAsync(Town.Request(inquiry), gateway.As(Town.Barnevern)));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        Details.Violations(error).ShouldBe(["inquiry.holder"]);
    }

    [Fact]
    public async Task AssessPush_CallerIsNotHolder_PermissionDenied()
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await Should.ThrowAsync<RpcException>(async () => await gateway.Client.AssessAsync(
            new AssessRequest { Flow = Flow.Push, Inquiry = Town.Report(Town.Known, Cell.Incident) },
            gateway.As(Town.Barnevern)));

        error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private static async Task<List<EntryKind>> KindsAsync(TestGateway gateway)
    {
        var kinds = new List<EntryKind>();
        await foreach (var entry in gateway.Store.Trail.ReadAsync(default))
        {
            kinds.Add(entry.Public.Kind);
        }

        return kinds;
    }
}
