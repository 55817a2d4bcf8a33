using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using Taushet.Campaigns.Harness;
using Taushet.Demo.Town;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Campaigns.Kill;

/// <summary>SIGKILL at random points under load: every answered release is in the log, and the gateway starts again by itself.</summary>
internal static class KillCampaign
{
    private const int Callers = 16;

    public static async Task<int> RunAsync(int cycles, CancellationToken cancellation)
    {
        await using var scene = await Scene.PrepareAsync(cancellation);
        var answered = new ConcurrentBag<Receipt>();
        var random = new Random(20261121);
        var starts = new List<TimeSpan>();
        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            var starting = Stopwatch.StartNew();
            await using var gateway = await GatewayProcess.StartAsync(scene.Folder, tracer: [], program: []);
            starts.Add(starting.Elapsed);
            var before = answered.Count;
            await LoadUntilKilledAsync(scene, gateway, answered, TimeSpan.FromMilliseconds(random.Next(0, 1200)));
            Console.WriteLine($"  cycle {cycle}: {answered.Count - before} releases answered, then SIGKILL");
        }

        await using (await GatewayProcess.StartAsync(scene.Folder, tracer: [], program: []))
        {
            Console.WriteLine("  the gateway starts again by itself");
        }

        var (stored, missing) = await CompareAsync(scene, answered, cancellation);
        var typical = starts.Order().ElementAt(starts.Count / 2).TotalMilliseconds;
        Console.WriteLine(
            $"kill: {cycles} cycles, {answered.Count} answered releases, {missing} without their entry, "
            + $"{stored} entries in the log, start in {typical:F0} ms (median)");
        return missing == 0 && answered.Count > cycles ? 0 : 1;
    }

    private static async Task LoadUntilKilledAsync(
        Scene scene,
        GatewayProcess gateway,
        ConcurrentBag<Receipt> answered,
        TimeSpan life)
    {
        var client = new SharingService.SharingServiceClient(gateway.Channel);
        var headers = scene.Credentials(Organisations.NewSchool);
        using var stop = new CancellationTokenSource();
        var callers = Enumerable.Range(0, Callers)
            .Select(caller => CallAsync(client, headers, scene, caller, answered, stop.Token))
            .ToArray();
        await FirstAnswerAsync(answered, answered.Count);
        await Task.Delay(life);
        await gateway.KillAsync();
        await stop.CancelAsync();
        await Task.WhenAll(callers);
    }

    // The clock of a life starts with its first answer, so that a slow machine's start-up is not all that is killed.
    private static async Task FirstAnswerAsync(ConcurrentBag<Receipt> answered, int before)
    {
        var waited = Stopwatch.StartNew();
        while (answered.Count == before && waited.Elapsed < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(10);
        }
    }

    private static async Task CallAsync(
        SharingService.SharingServiceClient client,
        Metadata headers,
        Scene scene,
        int caller,
        ConcurrentBag<Receipt> answered,
        CancellationToken stop)
    {
        for (var call = caller; !stop.IsCancellationRequested; call += Callers)
        {
            var child = scene.People.Children[call % scene.People.Children.Count];
            try
            {
                var request = Calls.NewSchool(child.NationalNumber);
                var answer = await client.RequestInformationAsync(request, headers, cancellationToken: stop);
                if (answer.Information is not null)
                {
                    answered.Add(answer.Receipt);
                }
            }
            catch (RpcException)
            {
                // Killed under this call, or down: no answer, nothing promised.
                await Task.Delay(5, CancellationToken.None);
            }
        }
    }

    private static async Task<(long Stored, int Missing)> CompareAsync(
        Scene scene,
        ConcurrentBag<Receipt> answered,
        CancellationToken cancellation)
    {
        await using var store = scene.OpenToRead();
        var entries = new Dictionary<Guid, StoredEntry>();
        var next = 0L;
        await foreach (var entry in store.Trail.ReadAsync(cancellation))
        {
            if (entry.Index != next++ || !entry.LeafHashHolds)
            {
                throw new InvalidOperationException($"The log is broken at {entry.Index}.");
            }

            entries.Add(entry.Entry, entry);
        }

        return (next, answered.Count(receipt => !IsStored(receipt, entries)));
    }

    private static bool IsStored(Receipt receipt, Dictionary<Guid, StoredEntry> entries) =>
        entries.TryGetValue(new Guid(receipt.EntryId.Span, bigEndian: true), out var entry)
        && entry.Index == (long)receipt.Index
        && entry.LeafHash.Span.SequenceEqual(receipt.LeafHash.Span)
        && entry.ReleaseCommitment.Span.SequenceEqual(receipt.ReleaseCommitment.Span);
}
