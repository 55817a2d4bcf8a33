using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Receive.Batch;

/// <summary>How a stream ends when it does not end well.</summary>
public sealed class BatchEndTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Caller_GoneMidway_QueuedEntriesAreStoredAndNothingRunsOn()
    {
        var unobserved = new List<Exception>();
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, fault) =>
        {
            // Other tests run in this process too.
            if (fault.Exception.ToString().Contains("Gateway.Receive.Batch", StringComparison.Ordinal))
            {
                unobserved.Add(fault.Exception);
            }
        };
        TaskScheduler.UnobservedTaskException += note;
        await using (var gateway = await TestGateway.StartPatientAsync())
        {
            gateway.Scripted.AnswerGate = new TaskCompletionSource();
            using var cancel = new CancellationTokenSource();
            using var batch = BatchCall.Open(gateway, Town.School, cancellation: cancel.Token);
            foreach (var request in Plain(100))
            {
                await batch.SendAsync(request);
            }

            await UntilAsync(() => gateway.Scripted.Queued == 64);
            await cancel.CancelAsync();
            var (messages, end) = await batch.RestAsync();

            // Sooner than any item's time is up, or the time that running calls get.
            await gateway.Host.StopAsync().WaitAsync(TimeSpan.FromSeconds(15));

            messages.ShouldBeEmpty();
            end.StatusCode.ShouldBe(StatusCode.Cancelled);
            gateway.Scripted.Queued.ShouldBe(64);
            (await gateway.Store.Trail.CountAsync(default)).ShouldBe(64);
            gateway.Sink.Lines.ShouldAllBe(line => !line.Contains("met a fault", StringComparison.Ordinal));
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        TaskScheduler.UnobservedTaskException -= note;
        unobserved.ShouldBeEmpty();
    }

    [Fact]
    public async Task Caller_GoneBeforeTheFetchIsDone_TheFetchEndsAndNothingIsStored()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var (asked, ended) = (0, 0);
        gateway.Source.Answer = async (_, cancelled) =>
        {
            Interlocked.Increment(ref asked);
            await Task.Delay(TimeSpan.FromMinutes(1), cancelled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Interlocked.Increment(ref ended);
            return new GetLeavesResponse();
        };
        using var cancel = new CancellationTokenSource();
        using var batch = BatchCall.Open(gateway, Town.Barnevern, cancellation: cancel.Token);
        foreach (var request in Enumerable.Range(0, 10).Select(_ => Town.Request(Town.Order(Town.Known, Cell.Attendance))))
        {
            await batch.SendAsync(request);
        }

        await UntilAsync(() => Volatile.Read(ref asked) == 10);
        await cancel.CancelAsync();

        // Sooner than the source's time is up.
        await UntilAsync(() => Volatile.Read(ref ended) == 10, within: TimeSpan.FromSeconds(12));
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task Stream_IdlePastTheGatewaysCap_DeadlineExceeded()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { StreamDeadlineCap = TimeSpan.FromSeconds(3) });
        using var batch = BatchCall.Open(gateway, Town.School);
        await batch.SendAsync(Plain(1).Single());

        var (messages, end) = await batch.RestAsync().WaitAsync(Soon);

        messages.Single().Answer.ShouldNotBeNull();
        end.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        Details.Of(batch.End!).Code.ShouldBe((int)StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Stream_CallersDeadline_CappedAndOtherwiseKept()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { StreamDeadlineCap = TimeSpan.FromSeconds(6) });
        foreach (var (callers, least, most) in new[] { (1.0, 0.8, 5.5), (600.0, 5.5, 30) })
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            using var batch = BatchCall.Open(gateway, Town.School, DateTime.UtcNow.AddSeconds(callers));

            var (_, end) = await batch.RestAsync().WaitAsync(Soon);

            end.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
            watch.Elapsed.TotalSeconds.ShouldBeInRange(least, most);
        }
    }

    [Fact]
    public async Task Item_PastTheDefaultDeadline_FailsAloneAndTheStreamGoesOn()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { DeadlineDefault = TimeSpan.FromSeconds(2) });
        using var batch = BatchCall.Open(gateway, Town.School);
        gateway.Scripted.Gate = new TaskCompletionSource();
        await batch.SendAsync(Plain(1).Single());

        var late = await batch.NextAsync();
        gateway.Scripted.Gate = null;
        await batch.SendAsync(Plain(1).Single());

        late.Error.Status.Code.ShouldBe((int)StatusCode.DeadlineExceeded);
        (await batch.NextAsync()).Answer.ShouldNotBeNull();
    }

    [Fact]
    public async Task Stream_MeetsAFault_InternalWithAnIdOnlyAfterTheAnswersBefore()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var batch = BatchCall.Open(gateway, Town.School);
        await batch.SendAsync(Plain(1).Single());
        (await batch.NextAsync()).Answer.ShouldNotBeNull();
        gateway.Clock.Fault = new NotSupportedException($"{FilledRecord.Surname} {Town.Known}");

        await batch.SendAsync(Plain(1).Single());
        var (messages, end) = await batch.RestAsync();

        messages.ShouldBeEmpty();
        end.StatusCode.ShouldBe(StatusCode.Internal);
        end.Detail.ShouldBe($"A fault of the gateway. Request id {Details.RequestId(batch.End!)}.");
        gateway.Sink.Lines.ShouldContain(line => line.Contains("met a fault of type System.NotSupportedException"));
    }

    [Fact]
    public async Task Shutdown_Midway_AnswersWhatRunsThenUnavailableWithRetry()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var release = new TaskCompletionSource();
        gateway.Source.Answer = async (_, _) =>
        {
            await release.Task;
            return new GetLeavesResponse { Information = FilledRecord.Everything() };
        };
        using var batch = BatchCall.Open(gateway, Town.Barnevern);
        foreach (var request in Enumerable.Range(0, 100).Select(_ => Town.Request(Town.Order(Town.Known, Cell.Attendance))))
        {
            await batch.SendAsync(request);
        }

        await batch.CompleteAsync();
        await UntilAsync(() => gateway.Source.Calls.Count == 64);
        var stopping = gateway.Host.StopAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        release.SetResult();
        var (messages, end) = await batch.RestAsync();
        await stopping.WaitAsync(Soon);

        messages.Count(message => message.Answer?.Information is not null).ShouldBe(64);
        messages.Count.ShouldBe(64);
        end.StatusCode.ShouldBe(StatusCode.Unavailable);
        Details.Retry(batch.End!).ShouldBe(TimeSpan.FromSeconds(5));
        gateway.Source.Calls.Count.ShouldBe(64);
        gateway.Scripted.Drained.ShouldBeTrue();
    }

    [Fact]
    public async Task Shutdown_WhileTheStreamIsIdle_EndsItAtOnce()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var batch = BatchCall.Open(gateway, Town.School);
        await batch.SendAsync(Plain(1).Single());
        await batch.NextAsync();

        var stopping = gateway.Host.StopAsync();
        var (_, end) = await batch.RestAsync();
        await stopping.WaitAsync(Soon);

        // The connection closes right after the trailers, and .NET's client may see that first.
        (end.StatusCode == StatusCode.Unavailable || end.Detail.Contains("closed the connection", StringComparison.Ordinal))
            .ShouldBeTrue(end.ToString());
    }

    private static IEnumerable<RequestInformationRequest> Plain(int count) =>
        Enumerable.Range(0, count).Select(_ => Town.Request(Town.Plain(Town.Known, Cell.ClinicalDiagnosis)));

    private static async Task UntilAsync(Func<bool> holds, TimeSpan? within = null)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (watch.Elapsed < (within ?? Soon) && !holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        holds().ShouldBeTrue();
    }
}
