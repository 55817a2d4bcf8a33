using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Audit;

public sealed class StoreTests
{
    [Fact]
    public async Task Audit_DownAndBack_NothingReleasedThenWorksWithoutRestart()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Scripted.AuditDown = true;

        var error = await FailAsync(gateway);

        error.StatusCode.ShouldBe(StatusCode.Unavailable);
        Details.Retry(error).ShouldBe(TimeSpan.FromSeconds(5));
        gateway.Scripted.AuditDown = false;
        (await AskAsync(gateway)).Information.ShouldNotBeNull();
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(1);
    }

    [Fact]
    public async Task Audit_Full_ResourceExhaustedWithRetry()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Scripted.Full = true;

        var error = await FailAsync(gateway);

        error.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        Details.Retry(error).ShouldNotBeNull();
    }

    [Fact]
    public async Task Facts_Unreadable_UnavailableForEveryChildAlikeAndNoSourceCall()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Scripted.FactsDown = true;
        var statuses = new List<Status>();
        foreach (var child in new[] { Town.Known, Town.Unknown, Town.Shielded })
        {
            statuses.Add((await FailAsync(gateway, child)).Status);
        }

        statuses.ShouldAllBe(status => status.StatusCode == StatusCode.Unavailable);
        statuses.Select(status => status.Detail).Distinct().Count().ShouldBe(1);
        gateway.Source.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task FactsChanged_Twice_DecidedAgainAndAnswered()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Scripted.FactsChange = 2;

        (await AskAsync(gateway)).Information.ShouldNotBeNull();

        gateway.Scripted.Reads.ShouldBe(3);
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(1);
    }

    /// <summary>INVARIANT: a request is decided again at most twice, then refused.</summary>
    [Fact]
    public async Task FactsChanged_EveryTime_DecidedThreeTimesThenRefused()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Scripted.FactsChange = 100;

        var error = await FailAsync(gateway);

        error.StatusCode.ShouldBe(StatusCode.Unavailable);
        gateway.Scripted.Reads.ShouldBe(3);
    }

    [Fact]
    public async Task PushUnderDuty_AuditDown_TellsTheTelephoneRoute()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Scripted.AuditDown = true;

        var error = await Should.ThrowAsync<RpcException>(async () => await gateway.Client.AssessAsync(
            new AssessRequest { Flow = Flow.Push, Inquiry = Town.Report(Town.Known, Cell.Incident) },
            gateway.As(Town.School)));

        error.StatusCode.ShouldBe(StatusCode.Unavailable);
        error.Status.Detail.ShouldContain("116 111");
        error.Status.Detail.ShouldContain("112");
    }

    private static async Task<RequestInformationResponse> AskAsync(TestGateway gateway, string? child = null) =>
        await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(child ?? Town.Known, Cell.Attendance)),
            gateway.As(Town.Barnevern));

    private static Task<RpcException> FailAsync(TestGateway gateway, string? child = null) =>
        Should.ThrowAsync<RpcException>(() => AskAsync(gateway, child));
}
