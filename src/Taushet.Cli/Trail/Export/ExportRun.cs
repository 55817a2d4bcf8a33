using System.Diagnostics;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail.Export;

/// <summary>Streams entries of the index into a form.</summary>
/// <param name="index">The index.</param>
/// <param name="format">The form.</param>
/// <param name="output">Where to.</param>
/// <param name="progress">Where it is told how far it has come.</param>
internal sealed class ExportRun(ITrailIndex index, IEntryFormat format, TextWriter output, TextWriter progress)
{
    private const int Chunk = 4096;
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(2);
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan told;
    private long examined;
    private long written;

    /// <summary>Runs.</summary>
    /// <returns>How many entries were written.</returns>
    public async Task<long> RunAsync(ExportSelection selection, CancellationToken cancellation)
    {
        var state = await index.StateAsync(cancellation);
        if (state.Behind > 0)
        {
            progress.WriteLine($"the index lacks the newest {state.Behind} entries: they are not part of this export");
        }

        format.Begin(output);
        await (selection.Child is { } child
            ? OfChildAsync(state, child, selection, cancellation)
            : OfAllAsync(state, selection, cancellation));
        format.End(output);
        await output.FlushAsync(cancellation);
        return written;
    }

    private async Task OfChildAsync(IndexState state, SubjectKey child, ExportSelection selection, CancellationToken cancellation)
    {
        var keys = await index.KeysOfAsync(child, cancellation);
        var range = new IndexRange(state.Generation, keys, selection.From, selection.To, state.Newest, After: null, OldestFirst: true);
        while (!keys.IsEmpty && await index.ReadAsync(range, Chunk, cancellation) is { Count: > 0 } chunk)
        {
            Write(chunk, selection, state.Newest);
            range = range with { After = chunk[^1].Place };
        }
    }

    private async Task OfAllAsync(IndexState state, ExportSelection selection, CancellationToken cancellation)
    {
        var above = 0L;
        var next = index.ScanAsync(state.Generation, above, state.Newest, Chunk, cancellation);
        while (await next is { Count: > 0 } chunk)
        {
            // The next part is read while this one is written.
            above = chunk[^1].Number;
            next = Task.Run(() => index.ScanAsync(state.Generation, above, state.Newest, Chunk, cancellation), cancellation);
            Write(chunk, selection, state.Newest);
        }
    }

    private void Write(IReadOnlyList<IndexedEntry> chunk, ExportSelection selection, long all)
    {
        foreach (var entry in chunk)
        {
            if (selection.Has(entry.Public))
            {
                written++;
                format.Write(output, new ExportedEntry(entry, selection.MayHaveReasons(entry.Public)));
            }
        }

        examined += chunk.Count;
        if (watch.Elapsed - told > Often)
        {
            told = watch.Elapsed;
            progress.WriteLine($"{examined} of {all} entries, {written} exported, {examined / watch.Elapsed.TotalSeconds:F0} a second");
        }
    }
}
