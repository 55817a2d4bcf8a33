using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Holder;

/// <summary>Who asked cannot tell what the inbox holds (law 13.3, invariants 9 and 16).</summary>
public sealed class InboxSilenceTests
{
    /// <summary>INVARIANT: whether an answer carries a handle depends on the request alone, never on the child.</summary>
    [Fact]
    public async Task Refusals_UnknownKnownAndShieldedChild_SameBytesAndAHandleEach()
    {
        await using var scene = await InboxScene.StartAsync();
        var answers = new List<RequestInformationResponse>();
        foreach (var child in new[] { Town.Unknown, Town.Known, Town.Shielded })
        {
            answers.Add(await scene.AskAsync(child));
        }

        (await scene.ListAsync()).ShouldHaveSingleItem().Handle.ShouldBe(answers[1].Pending.Handle);
        answers.Select(answer => answer.Pending.CalculateSize()).Distinct().Count().ShouldBe(1);
        answers.Select(answer => answer.Pending.Handle).Distinct().Count().ShouldBe(3);
        answers.ShouldAllBe(answer => answer.Pending.Handle.Length == 16);
        answers.Select(Bare).Distinct().Count().ShouldBe(1);
        scene.Gateway.Source.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Collect_BeforeAnswerAfterNoAfterTimeAndWithoutAnythingWaiting_SameBytesAsTheRefusal()
    {
        await using var scene = await InboxScene.StartAsync();
        var first = await scene.AskAsync(Town.Known);
        var handles = new Dictionary<string, ByteString>
        {
            ["open"] = first.Pending.Handle,
            ["refused"] = (await scene.AskAsync(Town.Known)).Pending.Handle,
            ["withdrawn"] = (await scene.AskAsync(Town.Known)).Pending.Handle,
            ["unknown child"] = (await scene.AskAsync(Town.Unknown)).Pending.Handle,
            ["shielded child"] = (await scene.AskAsync(Town.Shielded)).Pending.Handle,
            ["unknown withdrawn"] = (await scene.AskAsync(Town.Unknown)).Pending.Handle,
            ["given"] = (await scene.AskAsync(Town.Known)).Pending.Handle,
        };
        await scene.AnswerAsync(handles["refused"], 1);
        await scene.WithdrawAsync(handles["withdrawn"]);
        await scene.WithdrawAsync(handles["unknown withdrawn"]);
        await scene.AnswerAsync(handles["given"], 1, Cell.ClientRelation);
        foreach (var days in new[] { 0, 14 })
        {
            scene.Gateway.Clock.Now = TestGateway.Start.AddDays(days);
            foreach (var (what, handle) in handles.Where(one => days > 0 || one.Key != "given"))
            {
                var reads = scene.Gateway.Scripted.Reads;
                var entries = (await scene.EntriesAsync()).Count;
                var answer = await scene.CollectAsync(handle);

                Bare(answer).ShouldBe(Bare(first), $"{what} after {days} days");
                (scene.Gateway.Scripted.Reads - reads).ShouldBe(1, what);
                ((await scene.EntriesAsync()).Count - entries).ShouldBe(1, what);
            }
        }

        scene.Gateway.Source.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Withdraw_OfAnyHandle_AnswersAlike()
    {
        await using var scene = await InboxScene.StartAsync();
        var sizes = new List<int>();
        foreach (var child in new[] { Town.Unknown, Town.Known, Town.Shielded })
        {
            var handle = (await scene.AskAsync(child)).Pending.Handle;
            sizes.Add((await scene.WithdrawAsync(handle)).Receipt.Nonce.Length);
            (await scene.WithdrawAsync(handle)).Receipt.ShouldNotBeNull();
        }

        sizes.ShouldBe([32, 32, 32]);
    }

    [Fact]
    public async Task Handles_TheMostOfAReceiver_EndAlikeForEveryChildWhateverBecameOfThem()
    {
        await using var scene = await InboxScene.StartAsync(options => options with { InboxPerReceiver = 3 });
        var first = await scene.AskAsync(Town.Known);
        await scene.AskAsync(Town.Unknown);
        await scene.AskAsync(Town.Known);

        (await scene.AskAsync(Town.Known)).Pending.ShouldBeNull();
        (await scene.AskAsync(Town.Unknown)).Pending.ShouldBeNull();
        await scene.AnswerAsync(first.Pending.Handle, 1);
        (await scene.AskAsync(Town.Known)).Pending.ShouldBeNull();
        await scene.WithdrawAsync(first.Pending.Handle);
        (await scene.AskAsync(Town.Unknown)).Pending.ShouldNotBeNull();
    }

    [Fact]
    public async Task Watch_NothingGiven_IsSilentUntilItsDeadlineWhateverTheInboxHolds()
    {
        await using var scene = await InboxScene.StartAsync();
        var open = (await scene.AskAsync(Town.Known)).Pending.Handle;
        var refused = (await scene.AskAsync(Town.Known)).Pending.Handle;
        var unknown = (await scene.AskAsync(Town.Unknown)).Pending.Handle;
        await scene.AnswerAsync(refused, 1);

        var ends = await Task.WhenAll(new[] { open, refused, unknown }.Select(async handle =>
        {
            using var watch = scene.Watch(handle, TimeSpan.FromSeconds(1));
            var error = await Should.ThrowAsync<RpcException>(() => watch.ResponseStream.MoveNext(default));
            return error.StatusCode;
        }));

        ends.ShouldBe([StatusCode.DeadlineExceeded, StatusCode.DeadlineExceeded, StatusCode.DeadlineExceeded]);
    }

    [Fact]
    public async Task Request_WithoutABasisThatLeavesAnything_HasNoHandle()
    {
        await using var scene = await InboxScene.StartAsync();
        var inquiry = Standing.Ask(Town.Known, InboxScene.Asked);
        inquiry.Bases.Clear();

        var answer = await scene.Gateway.Client.RequestInformationAsync(Town.Request(inquiry), scene.Gateway.As(Town.School));

        answer.Pending.ShouldBeNull();
        (await scene.ListAsync()).ShouldBeEmpty();
    }

    private static string Bare(RequestInformationResponse answer)
    {
        var bare = answer.Clone();
        bare.RequestId = ByteString.Empty;
        bare.DecidedAt = null;
        bare.Receipt = null;
        bare.Pending = null;
        return bare.ToByteString().ToBase64();
    }
}
