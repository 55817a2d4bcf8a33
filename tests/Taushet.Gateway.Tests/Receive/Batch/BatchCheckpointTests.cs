using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Taushet.Core.Trail.Notes;
using Taushet.Core.Trail.Tree;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Log;
using Taushet.Storage.Signing;
using Taushet.V1;
using Checkpoint = Taushet.V1.Checkpoint;

namespace Taushet.Gateway.Tests.Receive.Batch;

/// <summary>What goes out on the answering side of a stream.</summary>
public sealed class BatchCheckpointTests
{
    /// <summary>
    /// INVARIANT: a stream sends each checkpoint once, ahead of the first receipt that refers to it, and no receipt carries one.
    /// </summary>
    [Fact]
    public void Answers_UnderAnyCheckpoints_EachCheckpointIsSentOnceAheadOfItsFirstReceipt() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(ArbMap.Default.ArbFor<byte?[]>(), sizes =>
        {
            var written = WriteAsync(sizes).GetAwaiter().GetResult();

            var sent = new List<(ByteString, ulong)>();
            foreach (var message in written)
            {
                switch (message.MessageCase)
                {
                    case RequestInformationBatchResponse.MessageOneofCase.Checkpoint:
                        sent.Add((message.Checkpoint.LogId, message.Checkpoint.TreeSize));
                        break;
                    case RequestInformationBatchResponse.MessageOneofCase.Answer:
                        message.Answer.Receipt.Checkpoint.ShouldBeNull();
                        sent.ShouldContain((message.Answer.Receipt.LogId, message.Answer.Receipt.TreeSize));
                        break;
                }
            }

            sent.ShouldBe(sent.Distinct());
            sent.ShouldBe(sizes.OfType<byte>().Select(KeyOf).Distinct());
            written.Count(message => message.Error is not null).ShouldBe(sizes.Count(size => size is null));
            written.Count(message => message.Answer is not null).ShouldBe(sizes.Count(size => size is not null));
        }));

    [Fact]
    public async Task Receipts_OfARealStream_AreProvedByTheCheckpointsSentBeforeThem()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var options = gateway.Host.Services.GetRequiredService<GatewayOptions>();
        using var signer = CheckpointKeys.Load(options.DataDirectory, LogSettings.DefaultGateway, create: false);
        using var batch = BatchCall.Open(gateway, Town.School);
        await batch.RunAsync(Enumerable.Range(0, 200).Select(_ => Town.Request(Town.Plain(Town.Known, Cell.ClinicalDiagnosis))));

        var roots = new Dictionary<(ByteString, ulong), ReadOnlyMemory<byte>>();
        foreach (var message in batch.Heard)
        {
            if (message.Checkpoint is { } checkpoint)
            {
                var opened = CheckpointCheck.Open(checkpoint.Note, signer.Keys).ShouldBeOfType<CheckpointOpening.Signed>().Checkpoint;
                opened.Size.ShouldBe((long)checkpoint.TreeSize);
                roots.Add((checkpoint.LogId, checkpoint.TreeSize), opened.Root);
                continue;
            }

            var receipt = message.Answer.Receipt;
            receipt.Checkpoint.ShouldBeNull();
            ProofCheck.Inclusion(
                (long)receipt.Index,
                (long)receipt.TreeSize,
                receipt.LeafHash.Span,
                [.. receipt.InclusionProof.Select(hash => hash.Memory)],
                roots[(receipt.LogId, receipt.TreeSize)].Span).ShouldBeTrue();
        }

        roots.Count.ShouldBeInRange(1, 199);
        batch.Heard.Count.ShouldBe(200 + roots.Count);
    }

    [Fact]
    public async Task Answer_WithoutCheckpoint_IsSentAsItIs()
    {
        var wire = new Wire();
        using var answers = new BatchAnswers(wire, default);
        var writing = answers.WriteAsync();

        await AddAsync(answers, new RequestInformationBatchResponse { Answer = new RequestInformationResponse { Receipt = new Receipt { Index = 3 } } });
        await answers.CompleteAsync(writing);

        wire.Written.Single().Answer.Receipt.Index.ShouldBe(3ul);
    }

    /// <summary>INVARIANT: an item holds its place until its answer is written, so that never more than 64 are worked on or wait
    /// for a slow reader.</summary>
    [Fact]
    public async Task Places_OfACallerThatReadsNothing_StayTakenUntilItReads()
    {
        var wire = new Wire { Reads = new TaskCompletionSource() };
        using var answers = new BatchAnswers(wire, default);
        var writing = answers.WriteAsync();
        for (var item = 0; item < 64; item++)
        {
            await AddAsync(answers, new RequestInformationBatchResponse { Error = new BatchItemError() });
        }

        var next = answers.TakePlaceAsync(default);
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        next.IsCompleted.ShouldBeFalse();
        wire.Reads.SetResult();

        (await next.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
        answers.LeavePlace();
        await answers.CompleteAsync(writing);
        wire.Written.Count.ShouldBe(64);
    }

    [Fact]
    public async Task Writing_Fails_StopsTheReaderAndDropsTheRest()
    {
        var wire = new Wire { Fault = new NotSupportedException() };
        using var answers = new BatchAnswers(wire, default);
        var writing = answers.WriteAsync();
        for (var item = 0; item < 10; item++)
        {
            await AddAsync(answers, new RequestInformationBatchResponse { Error = new BatchItemError() });
        }

        await Should.ThrowAsync<NotSupportedException>(() => answers.CompleteAsync(writing));
        answers.Failed.IsCancellationRequested.ShouldBeTrue();
        wire.Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stream_Ended_AWriteThatHangsIsGivenUp()
    {
        var wire = new Wire { Reads = new TaskCompletionSource() };
        using var ended = new CancellationTokenSource();
        using var answers = new BatchAnswers(wire, ended.Token);
        var writing = answers.WriteAsync();
        await AddAsync(answers, new RequestInformationBatchResponse { Error = new BatchItemError() });

        await ended.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => answers.CompleteAsync(writing).WaitAsync(TimeSpan.FromSeconds(10)));
    }

    private static async Task<List<RequestInformationBatchResponse>> WriteAsync(byte?[] sizes)
    {
        var wire = new Wire();
        using var answers = new BatchAnswers(wire, default);
        var writing = answers.WriteAsync();
        foreach (var size in sizes)
        {
            await AddAsync(answers, size is { } here ? Under(here) : new RequestInformationBatchResponse { Error = new BatchItemError() });
        }

        await answers.CompleteAsync(writing);
        return wire.Written;
    }

    private static async Task AddAsync(BatchAnswers answers, RequestInformationBatchResponse message)
    {
        (await answers.TakePlaceAsync(default)).ShouldBeTrue();
        answers.Add(message);
    }

    private static RequestInformationBatchResponse Under(byte size)
    {
        var (log, treeSize) = KeyOf(size);
        return new RequestInformationBatchResponse
        {
            Answer = new RequestInformationResponse
            {
                Receipt = new Receipt
                {
                    LogId = log,
                    TreeSize = treeSize,
                    Checkpoint = new Checkpoint { LogId = log, TreeSize = treeSize, Note = $"{size}" },
                },
            },
        };
    }

    // Few keys, so that they repeat: two logs, four sizes.
    private static (ByteString Log, ulong TreeSize) KeyOf(byte size) => (ByteString.CopyFrom((byte)(size & 1)), (ulong)(size >> 6));

    private sealed class Wire : IServerStreamWriter<RequestInformationBatchResponse>
    {
        public List<RequestInformationBatchResponse> Written { get; } = [];

        public TaskCompletionSource? Reads { get; init; }

        public Exception? Fault { get; init; }

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(RequestInformationBatchResponse message) => WriteAsync(message, default);

        public async Task WriteAsync(RequestInformationBatchResponse message, CancellationToken cancellationToken)
        {
            await (Reads?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
            if (Fault is not null)
            {
                throw Fault;
            }

            Written.Add(message);
        }
    }
}
