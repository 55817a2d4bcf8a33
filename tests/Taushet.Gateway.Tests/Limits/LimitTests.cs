using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Limits;

public sealed class LimitTests
{
    [Fact]
    public async Task RequestInformation_MoreThanACallersRate_ResourceExhaustedWithRetry()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { CallerRate = 1 });
        var ends = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(gateway, Town.School)));

        var refused = ends.OfType<RpcException>().Where(error => error.StatusCode == StatusCode.ResourceExhausted).ToList();
        refused.ShouldNotBeEmpty();
        refused.ShouldAllBe(error => Details.Reason(error) == "CALLER_LIMIT");
        Details.Retry(refused[0]).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task RequestInformation_MoreAtATimeThanACallerMay_ResourceExhaustedWithRetry()
    {
        await using var gateway = await TestGateway.StartPatientAsync(options => options with { CallerConcurrency = 1 });
        gateway.Scripted.AnswerGate = new TaskCompletionSource();
        var first = AskAsync(gateway, Town.School);
        while (gateway.Scripted.Queued == 0)
        {
            await Task.Delay(5);
        }

        var refused = (await AskAsync(gateway, Town.School)).ShouldNotBeNull();
        refused.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        Details.Retry(refused).ShouldBe(TimeSpan.FromSeconds(1));

        gateway.Scripted.AnswerGate.SetResult();
        gateway.Scripted.AnswerGate = null;
        (await first).ShouldBeNull();
        (await AskAsync(gateway, Town.School)).ShouldBeNull();
    }

    [Fact]
    public async Task RequestInformation_AnotherCallersTraffic_DoesNotCount()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { CallerRate = 1 });
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(gateway, Town.School)));

        (await AssessAsync(gateway, Town.Report(Town.Known, Cell.Incident), Town.Barnevern))
            .ShouldNotBeNull().StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    /// <summary>INVARIANT: a push under a duty is never held up or refused for any other traffic, its own caller's included.</summary>
    [Fact]
    public async Task DutyPush_CallerFarOverItsLimits_StillAnswered()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { CallerRate = 1, CallerConcurrency = 1 });
        var flood = Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync(gateway, Town.School)));
        var duties = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            AssessAsync(gateway, Town.Report(Town.Known, Cell.Incident), Town.School)));
        var ends = await flood;

        ends.OfType<RpcException>().ShouldContain(error => error.StatusCode == StatusCode.ResourceExhausted);
        duties.ShouldAllBe(error => error == null);
    }

    private static Task<RpcException?> AskAsync(TestGateway gateway, string organisation) =>
        EndAsync(gateway.Client.RequestInformationAsync(Town.Request(Town.Plain(Town.Known, Cell.ClinicalDiagnosis)), gateway.As(organisation)));

    private static Task<RpcException?> AssessAsync(TestGateway gateway, Inquiry inquiry, string organisation) =>
        EndAsync(gateway.Client.AssessAsync(new AssessRequest { Flow = Flow.Push, Inquiry = inquiry }, gateway.As(organisation)));

    private static async Task<RpcException?> EndAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            return null;
        }
        catch (RpcException error)
        {
            return error;
        }
    }
}
