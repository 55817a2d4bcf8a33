using Taushet.Storage.Ports;

namespace Taushet.Storage.Registry;

/// <summary>Imports a checked feed, batch by batch. Broken off and begun again it ends with the same registers.</summary>
/// <remarks>
/// INVARIANT: the feed's time moves only when every line before the one that says so has been written.
/// </remarks>
/// <param name="feed">Where it goes.</param>
/// <param name="batchSize">How many lines share a transaction.</param>
public sealed class PersonFeedImport(IPersonFeed feed, int batchSize)
{
    private readonly List<PersonEvent> batch = new(batchSize);
    private PersonFeedProgress progress = new(0, 0, null);

    /// <summary>Imports every line.</summary>
    /// <param name="lines">The feed, in its order.</param>
    /// <param name="told">Told after each batch.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    public async Task<PersonFeedProgress> RunAsync(
        IAsyncEnumerable<PersonFeedRecord> lines,
        Action<PersonFeedProgress> told,
        CancellationToken cancellation)
    {
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            if (line.Event is { } said)
            {
                batch.Add(said);
                if (batch.Count == batchSize)
                {
                    await WriteAsync(told, cancellation);
                }

                continue;
            }

            await WriteAsync(told, cancellation);
            await feed.CompleteAsync(line.AsOf, cancellation);
            progress = progress with { Lines = progress.Lines + 1, SpeaksFor = line.AsOf };
        }

        await WriteAsync(told, cancellation);
        return progress;
    }

    private async Task WriteAsync(Action<PersonFeedProgress> told, CancellationToken cancellation)
    {
        if (batch.Count == 0)
        {
            return;
        }

        var changed = await feed.WriteAsync(batch, cancellation);
        progress = progress with { Lines = progress.Lines + batch.Count, Changed = progress.Changed + changed };
        batch.Clear();
        told(progress);
    }
}

/// <summary>How far an import has come.</summary>
/// <param name="Lines">How many lines have been written.</param>
/// <param name="Changed">How many persons changed; one that changed in two batches counts twice.</param>
/// <param name="SpeaksFor">The time that the last complete line said; null when there was none.</param>
public readonly record struct PersonFeedProgress(long Lines, long Changed, DateTimeOffset? SpeaksFor);
