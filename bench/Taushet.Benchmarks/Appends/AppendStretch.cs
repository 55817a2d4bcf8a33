using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Benchmarks.Appends;

/// <summary>Callers that append one entry after another for a while.</summary>
internal static class AppendStretch
{
    public static async Task<AppendFigure> RunAsync(IStore store, int callers, TimeSpan length)
    {
        var before = await CheckpointsAsync(store);
        var waits = new ConcurrentBag<List<double>>();
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
            waits.Add(await AppendAsync(store.Audit, caller, watch, length)))));
        var seconds = watch.Elapsed.TotalSeconds;
        processor = Environment.CpuUsage.TotalTime - processor;
        var all = waits.SelectMany(wait => wait).Order().ToList();
        var batches = await CheckpointsAsync(store) - before;
        return new AppendFigure(all.Count / seconds, all[all.Count / 2], (double)all.Count / batches, processor.TotalMicroseconds / all.Count);
    }

    private static async Task<List<double>> AppendAsync(IAuditStore audit, int caller, Stopwatch watch, TimeSpan length)
    {
        var waits = new List<double>();
        var draft = Draft();
        for (var n = 0; watch.Elapsed < length; n++)
        {
            var start = Stopwatch.GetTimestamp();
            var result = await audit.AppendAsync(
                draft, new SubjectKey(null, $"{(caller + n) % 500}"), "310000019", FactVersions.NotRead, CancellationToken.None);
            if (result is not AppendResult.Stored)
            {
                throw new InvalidOperationException("An entry was not stored.");
            }

            waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return waits;
    }

    // A checkpoint is a batch: one transaction, one flush, one signature.
    private static async Task<long> CheckpointsAsync(IStore store)
    {
        var count = 0L;
        foreach (var log in await store.Trail.LogsAsync(CancellationToken.None))
        {
            count += await store.Trail.CheckpointsAsync(log.Log, 0, CancellationToken.None).LongCountAsync();
        }

        return count;
    }

    private static EntryDraft Draft() => new()
    {
        Public = new PublicPart
        {
            TimeMicros = 1_788_000_000_000_000,
            Kind = EntryKind.Request,
            Flow = Flow.Pull,
            RequestId = Guid.NewGuid(),
            Receiver = new PartyRef("310000027", string.Empty, Service.PrimarySchool, ServiceForm.Municipal),
            Holder = new PartyRef("310000019", string.Empty, Service.PrimarySchool, ServiceForm.Municipal),
            Purpose = Codes<Purpose>.Members[6],
            Bases = MemberSet<Basis>.Of(Basis.Consent),
            PolicyHash = new string('a', 64),
            LawDate = new DateOnly(2026, 9, 1),
            Given = CellSet.Of(Cell.Attendance),
            Caller = "issuer client",
        },
        Holder = new HolderPart(new string('d', 1_200), SourceCalled: true, "ok", Dropped: 0),
        Sealed = new SealedPart("employee-7 teacher", "case-12", new string('s', 1_500)),
        ReleaseCommitment = RandomNumberGenerator.GetBytes(32),
    };
}
