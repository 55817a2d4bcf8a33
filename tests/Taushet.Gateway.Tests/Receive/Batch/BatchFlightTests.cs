using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Receive.Batch;

/// <summary>How many items are worked on at a time, and in which order they are answered.</summary>
public sealed class BatchFlightTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Item_WhoseSourceIsSlow_DoesNotHoldTheOthers()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var slow = Town.Request(Town.Order(Town.Known, Cell.Attendance));
        var release = new TaskCompletionSource();
        gateway.Source.Answer = async (asked, _) =>
        {
            if (asked.RequestId == slow.RequestId)
            {
                await release.Task;
            }

            return new GetLeavesResponse { Information = FilledRecord.Everything() };
        };
        var others = Enumerable.Range(0, 30).Select(_ => Town.Request(Town.Order(Town.Known, Cell.Attendance))).ToList();
        using var batch = BatchCall.Open(gateway, Town.Barnevern);
        await batch.SendAsync(slow);
        foreach (var request in others)
        {
            await batch.SendAsync(request);
        }

        await batch.CompleteAsync();
        var before = new List<RequestInformationBatchResponse>();
        while (before.Count < others.Count)
        {
            before.Add(await batch.NextAsync());
        }

        release.SetResult();
        var (after, end) = await batch.RestAsync();
        before.Select(message => message.Answer.RequestId).ShouldBe(others.Select(request => request.RequestId), ignoreOrder: true);
        after.Single().Answer.RequestId.ShouldBe(slow.RequestId);
        end.StatusCode.ShouldBe(StatusCode.OK);
    }

    /// <summary>INVARIANT: an item holds its place until its answer is written, so that never more than 64 are worked on or
    /// wait for a slow reader.</summary>
    [Fact]
    public async Task Source_Holding_Meets64ItemsAndNever65()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var (now, most, reached, release) = (0, 0, new TaskCompletionSource(), new TaskCompletionSource());
        gateway.Source.Answer = async (_, cancelled) =>
        {
            var here = Interlocked.Increment(ref now);
            InterlockedMax(ref most, here);
            if (here == 64)
            {
                reached.TrySetResult();
            }

            await release.Task;
            await Task.Delay(TimeSpan.FromMilliseconds(2), cancelled);
            Interlocked.Decrement(ref now);
            return new GetLeavesResponse { Information = FilledRecord.Everything() };
        };
        using var batch = BatchCall.Open(gateway, Town.Barnevern);
        var running = batch.RunAsync(Enumerable.Range(0, 300).Select(_ => Town.Request(Town.Order(Town.Known, Cell.Attendance))));

        await reached.Task.WaitAsync(Patience);
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        gateway.Source.Calls.Count.ShouldBe(64);
        release.SetResult();
        var (messages, end) = await running;

        most.ShouldBe(64);
        end.StatusCode.ShouldBe(StatusCode.OK);
        messages.Count(message => message.Answer?.Information is not null).ShouldBe(300);
    }

    [Fact]
    public async Task Stream_Of1000_AnswersAllAndEndsWell()
    {
        await using var gateway = await TestGateway.StartPatientAsync();

        var answers = await BatchCall.RunAsync(gateway, Town.School, Plain(1000));

        answers.Select(message => message.Answer.RequestId).Distinct().Count().ShouldBe(1000);
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(1000);
    }

    /// <summary>INVARIANT: a stream ends only after every item that was read has its answer, unless the caller or its time is
    /// gone.</summary>
    [Fact]
    public async Task Stream_Of1001_ResourceExhaustedAfterEveryItemBeforeHasItsAnswer()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var requests = Plain(1001).ToList();
        using var batch = BatchCall.Open(gateway, Town.School);

        var (messages, end) = await batch.RunAsync(requests);

        end.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        messages.Select(message => message.Answer.RequestId).ShouldBe(requests[..1000].Select(request => request.RequestId), ignoreOrder: true);
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(1000);
        Details.Of(batch.End!).Code.ShouldBe((int)StatusCode.ResourceExhausted);
    }

    private static IEnumerable<RequestInformationRequest> Plain(int count) =>
        Enumerable.Range(0, count).Select(_ => Town.Request(Town.Plain(Town.Known, Cell.ClinicalDiagnosis)));

    private static void InterlockedMax(ref int most, int seen)
    {
        int known;
        do
        {
            known = Volatile.Read(ref most);
        }
        while (seen > known && Interlocked.CompareExchange(ref most, seen, known) != known);
    }
}
