using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Grpc.Core;
using Taushet.V1;

namespace Taushet.Gateway.Receive;

/// <summary>The answering side of a batch stream: one writer, to which every item hands what has become of it.</summary>
/// <remarks>
/// INVARIANT: an item holds its place until its answer is written, so that never more than 64 are worked on or wait for a
/// slow reader.
/// </remarks>
internal sealed class BatchAnswers(IServerStreamWriter<RequestInformationBatchResponse> stream, CancellationToken ended) : IDisposable
{
    /// <summary>How many items are worked on at a time.</summary>
    public const int Places = 64;

    // A caller that reads nothing would hold a written message for ever. Giving a write up resets the stream.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Channel<RequestInformationBatchResponse> waiting = Channel.CreateBounded<RequestInformationBatchResponse>(
        new BoundedChannelOptions(Places) { SingleReader = true });

    private readonly SemaphoreSlim places = new(Places, Places);
    private readonly BatchCheckpoints checkpoints = new();
    private readonly CancellationTokenSource failed = new();
    private readonly CancellationTokenSource patience = new();

    /// <summary>Ends when nothing more can be written though the stream has not ended.</summary>
    public CancellationToken Failed => failed.Token;

    /// <summary>Waits for a place for one item.</summary>
    /// <returns>False when told to stop.</returns>
    public async Task<bool> TakePlaceAsync(CancellationToken stop)
    {
        try
        {
            await places.WaitAsync(stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Gives a place back that no item came to hold.</summary>
    public void LeavePlace() => places.Release();

    /// <summary>Hands over what has become of an item; its place is free when that is written.</summary>
    public void Add(RequestInformationBatchResponse message)
    {
        // There is room for one message for each place.
        if (!waiting.Writer.TryWrite(message))
        {
            throw new InvalidOperationException("More answers than places.");
        }
    }

    /// <summary>Waits until every item has its answer written, and ends the writer.</summary>
    /// <returns>Ends when the writer has.</returns>
    public async Task CompleteAsync(Task writer)
    {
        for (var place = 0; place < Places; place++)
        {
            await places.WaitAsync(CancellationToken.None);
        }

        waiting.Writer.Complete();
        await writer;
    }

    /// <summary>Writes until there is nothing more to write. When the stream has ended, answers are dropped.</summary>
    public async Task WriteAsync()
    {
        ExceptionDispatchInfo? fault = null;
        await using var impatient = ended.Register(() => patience.CancelAfter(Patience));
        await foreach (var message in waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                if (fault is null && !ended.IsCancellationRequested)
                {
                    await WriteAsync(message);
                }
            }
            catch (Exception thrown)
            {
                fault = ExceptionDispatchInfo.Capture(thrown);
                await failed.CancelAsync();
            }
            finally
            {
                places.Release();
            }
        }

        ended.ThrowIfCancellationRequested();
        fault?.Throw();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        places.Dispose();
        failed.Dispose();
        patience.Dispose();
    }

    private async Task WriteAsync(RequestInformationBatchResponse message)
    {
        if (message.Answer is { } answer && checkpoints.TakeFrom(answer.Receipt) is { } checkpoint)
        {
            await stream.WriteAsync(new RequestInformationBatchResponse { Checkpoint = checkpoint }, patience.Token);
        }

        await stream.WriteAsync(message, patience.Token);
    }
}
