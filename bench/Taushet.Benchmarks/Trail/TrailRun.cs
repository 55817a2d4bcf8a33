using System.Diagnostics;
using System.Globalization;
using Taushet.Benchmarks.EndToEnd;
using Taushet.Cli;
using Taushet.Cli.Trail.Export;
using Taushet.Storage.Ports;
using Taushet.Storage.Signing;
using Taushet.Storage.Sqlite;
using Taushet.Storage.Trail;

namespace Taushet.Benchmarks.Trail;

/// <summary>
/// Measures the reading of the trail: builds a store of so many entries through the write path, fills the index, and reads. The
/// folder is kept when it is named, so that a large one is built once.
/// </summary>
internal static class TrailRun
{
    private const int Reads = 2000;
    private const int Step = 5000;

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var entries = arguments.Length > 0 ? long.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
        var folder = arguments.Length > 1 ? Directory.CreateDirectory(arguments[1]).FullName : Directory.CreateTempSubdirectory("taushet-trail-").FullName;
        Console.WriteLine(MachineFacts.Read(folder));
        try
        {
            // Nothing is measured of the writes but their rate, so that they need not be durable.
            var options = new DataFolder(folder).WritingOptions() with { WithoutSync = true };
            _ = SqliteStore.Migrate(options, TimeProvider.System);
            await using var store = SqliteStore.Open(options);
            await BuildAsync(store, entries);
            await IndexAsync(store);
            await ReadAsync(store, entries);
            await ExportAsync(store);
            await VerifyAsync(store, folder);
            await KeepUpAsync(store, entries);
            return 0;
        }
        finally
        {
            if (arguments.Length < 2)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task BuildAsync(SqliteStore store, long entries)
    {
        var have = await store.Trail.CountAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();
        await TrailEntries.AppendAsync(store.Audit, have, entries);
        if (entries > have)
        {
            Console.WriteLine($"built {entries - have} entries, {(entries - have) / watch.Elapsed.TotalSeconds:F0} entries/s (not durable)");
        }
    }

    private static async Task IndexAsync(SqliteStore store)
    {
        var watch = Stopwatch.StartNew();
        var added = 0L;
        while (true)
        {
            var step = await store.Projector.StepAsync(Step, CancellationToken.None);
            added += step.Added;
            if (step.Behind <= 0)
            {
                break;
            }

            if (step.Added == 0)
            {
                await Task.Delay(5);
            }
        }

        Console.WriteLine($"index filled with {added} entries, {added / watch.Elapsed.TotalSeconds:F0} entries/s");
    }

    private static async Task ReadAsync(SqliteStore store, long entries)
    {
        var index = store.Index;
        var state = await index.StateAsync(CancellationToken.None);
        var random = new Random(1);
        IndexRange Range(params IndexKey[] keys) => new(state.Generation, [.. keys], 0, long.MaxValue, state.Newest, After: null, OldestFirst: false);
        await MeasureAsync("a child's last 50", async () =>
        {
            var keys = await index.KeysOfAsync(TrailEntries.Child(random.NextInt64(TrailEntries.Children(entries))), CancellationToken.None);
            return await index.ReadAsync(Range([.. keys]), 50, CancellationToken.None);
        });
        await MeasureAsync("an employee's last 50", () => index.ReadAsync(
            Range(index.Keys.Person(TrailEntries.Receiver, TrailEntries.Person(random.Next(TrailEntries.Persons)))), 50, CancellationToken.None));
        await MeasureAsync("a rule's last 50", () => index.ReadAsync(
            Range(index.Keys.Rule(TrailEntries.Holder(random.Next(TrailEntries.Holders)), "bvl-13-4-order")), 50, CancellationToken.None));
        await MeasureAsync("a party's last 50", () => index.ReadAsync(
            Range(index.Keys.Party(TrailEntries.Holder(random.Next(TrailEntries.Holders)), Core.Vocabulary.Service.PrimarySchool)),
            50,
            CancellationToken.None));
    }

    private static async Task MeasureAsync(string what, Func<Task<IReadOnlyList<IndexedEntry>>> read)
    {
        var times = new double[Reads];
        var found = 0L;
        for (var n = 0; n < Reads; n++)
        {
            var start = Stopwatch.GetTimestamp();
            found += (await read()).Count;
            times[n] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        Console.WriteLine(
            $"{what}: p50 {times[Reads / 2]:F2} ms, p99 {times[Reads * 99 / 100]:F2} ms, {(double)found / Reads:F1} entries a read");
    }

    private static async Task ExportAsync(SqliteStore store)
    {
        (string Name, IEntryFormat Format)[] formats =
            [("csv", new CsvFormat()), ("jsonl", new JsonLinesFormat()), ("cef", new CefFormat()), ("fhir", new FhirFormat()), ("html", new HtmlFormat("a"))];
        foreach (var (name, format) in formats)
        {
            await using var output = new StreamWriter(Stream.Null);
            var watch = Stopwatch.StartNew();
            var all = new ExportSelection(null, string.Empty, 0, long.MaxValue);
            var written = await new ExportRun(store.Index, format, output, TextWriter.Null).RunAsync(all, CancellationToken.None);
            Console.WriteLine($"export as {name}: {written / watch.Elapsed.TotalSeconds:F0} entries/s");
        }
    }

    // As 'taushet audit verify' does: from the rows, with every signature, on every core.
    private static async Task VerifyAsync(SqliteStore store, string folder)
    {
        var reader = TrailCopy.InFile(new DataFolder(folder).Database);
        var keys = CheckpointKeys.Published(folder);
        var logs = await reader.LogsAsync(CancellationToken.None);

        // Twice, for the first has the code compiled.
        foreach (var log in logs.Concat(logs))
        {
            var spent = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            var report = await LogVerification.VerifyAsync(reader, log, keys, CancellationToken.None);
            var seconds = watch.Elapsed.TotalSeconds;
            var cpu = (Environment.CpuUsage.TotalTime - spent).TotalMicroseconds / Math.Max(1, report.Entries);
            Console.WriteLine(
                $"verified {report.Entries} entries under {report.Checkpoints} checkpoints: {report.Entries / seconds:F0} entries/s, "
                + $"{cpu:F1} µs of processor an entry, {report.DefectCount} defects, {Environment.WorkingSet >> 20} MiB of memory");
        }
    }

    // Appends and projection at once: how far the index falls behind, and how soon it has caught up.
    private static async Task KeepUpAsync(SqliteStore store, long entries)
    {
        const int More = 20_000;
        var appending = TrailEntries.AppendAsync(store.Audit, entries, entries + More);
        var watch = Stopwatch.StartNew();
        var most = 0L;
        var ended = TimeSpan.Zero;
        while (true)
        {
            var step = await store.Projector.StepAsync(Step, CancellationToken.None);
            most = Math.Max(most, step.Behind);
            ended = ended == TimeSpan.Zero && appending.IsCompleted ? watch.Elapsed : ended;
            if (appending.IsCompleted && step.Behind <= 0)
            {
                break;
            }

            await Task.Delay(step.Added == 0 ? 5 : 0);
        }

        await appending;
        Console.WriteLine(
            $"appended {More / ended.TotalSeconds:F0} entries/s beside the projection: at most {most} behind, caught up {(watch.Elapsed - ended).TotalSeconds:F1} s after");
    }
}
