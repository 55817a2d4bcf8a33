using Taushet.Core.Trail;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>What an operator's tools find in a log that they neither claim nor write.</summary>
public abstract class InspectionContract : StoreContract
{
    [StoreFact]
    public async Task InspectAsync_WholeLog_FindsNothingWithTheFileAndWithout()
    {
        await FillAsync(4);

        (await InspectAsync()).Loss.ShouldBe(LogLoss.None);
        (await InspectAsync()).Outside.ShouldNotBeNull().Checkpoint.Size.ShouldBe(4);
        (await LogInspection.OfAsync(Store.Trail, await OpenLogAsync(), outside: [], default)).Loss.ShouldBe(LogLoss.None);
    }

    [StoreTheory]
    [InlineData(+5, LogLoss.FileAhead)]
    [InlineData(0, LogLoss.FileDiffers)]
    [InlineData(-2, LogLoss.FileDiffers)]
    public async Task InspectAsync_FileTellsOfEntriesTheDatabaseHasNot_FindsWhatTheWriterFinds(int ahead, LogLoss expected)
    {
        var log = (await FillAsync(4))[0].Log;
        await Store.Audit.DrainAsync();
        await RecordAsync(log, 4 + ahead);

        (await InspectAsync()).Loss.ShouldBe(expected);
        await using var writer = await Store.OpenAnotherAsync(Store.Settings);
        writer.Audit.Condition.ShouldBe(LogCondition.RolledBack);
    }

    // As the writer does: a process that lost the log may append its last checkpoint behind those of the one that took over.
    [StoreFact]
    public async Task InspectAsync_FileEndsInALateNote_GoesByTheLargest()
    {
        var early = (await FillAsync(1))[0];
        await FillAsync(2);
        await Store.Audit.DrainAsync();
        await RecordAsync(early.Log, 9);
        await File.AppendAllTextAsync(Store.Settings.CheckpointFile, early.Checkpoint + "\n");

        var found = await InspectAsync();

        (found.Loss, found.Outside!.Checkpoint.Size).ShouldBe((LogLoss.FileAhead, 9L));
    }

    [StoreFact]
    public async Task InspectAsync_FileOfALogTheDatabaseHasNot_FindsAnotherLog()
    {
        await FillAsync(2);
        await Store.Audit.DrainAsync();
        await RecordAsync(Guid.NewGuid(), 0);

        (await InspectAsync()).Loss.ShouldBe(LogLoss.OtherLog);
    }

    [StoreFact]
    public async Task InspectAsync_ClosedLog_IsComparedWithItsOwnCheckpointsInTheFile()
    {
        var log = (await FillAsync(3))[0].Log;
        await Store.Audit.DrainAsync();
        await RecordAsync(log, 9);
        await LogResume.BeginNewLogAsync(Store.Logs, Store.Settings, default);

        var record = CheckpointRecord.Read(Store.Settings.CheckpointFile).ShouldNotBeNull();
        var logs = await Store.Trail.LogsAsync(default);

        logs.Select(one => one.ClosedAt is null).ShouldBe([false, true]);
        (await LogInspection.OfAsync(Store.Trail, logs[0], record.LargestOf(LogInspection.OriginOf(logs[0])), default)).Loss.ShouldBe(LogLoss.FileAhead);
        (await LogInspection.OfAsync(Store.Trail, logs[1], record.NewestOf(logs[1].Gateway), default)).Loss.ShouldBe(LogLoss.None);
    }

    [StoreFact]
    public async Task NewestCheckpointAsync_AnySize_IsTheOneOfTheWholeLog()
    {
        (await Store.Trail.NewestCheckpointAsync(Guid.NewGuid(), default)).ShouldBeNull();
        foreach (var more in new[] { 1, 2, 300, 300 })
        {
            var log = (await FillAsync(more))[0].Log;
            var size = (await OpenLogAsync()).Size;

            var newest = (await Store.Trail.NewestCheckpointAsync(log, default)).ShouldNotBeNull();

            newest.Size.ShouldBe(size);
            (await Store.Trail.RootAsync(log, size, default)).ToArray().ShouldBe(newest.Root.ToArray());
        }
    }

    [StoreFact]
    public async Task RootAsync_OfSizesTheLogHasNot_IsRefused()
    {
        var log = (await FillAsync(2))[0].Log;

        (await Store.Trail.RootAsync(log, 0, default)).ToArray().ShouldBe(TreeHash.Empty.ToArray());
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Store.Trail.RootAsync(log, 3, default));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Store.Trail.RootAsync(log, -1, default));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Store.Trail.RootAsync(Guid.NewGuid(), 1, default));
    }

    [StoreFact]
    public async Task VerifyAndInspect_WhileTheLogIsWritten_FindNothingWrong()
    {
        await FillAsync(1);
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 4).Select(n => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await AppendAsync(n, FactVersions.NotRead);
            }
        })).ToList();

        for (var look = 0; look < 15 || (look < 500 && (await OpenLogAsync()).Size <= 20); look++)
        {
            (await InspectAsync()).Loss.ShouldBe(LogLoss.None);
            await ShouldVerifyAsync();
        }

        await stop.CancelAsync();
        await Task.WhenAll(load);
        (await OpenLogAsync()).Size.ShouldBeGreaterThan(20);
    }

    // The new log has grown beyond the old one's end: nothing but its id keeps the entries out that waited for the old one.
    [StoreFact]
    public async Task Append_LogClosedWhileEntriesWait_StoresThemInNeither()
    {
        using var stalled = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var stalls = false;
        await using var first = await Store.OpenAnotherAsync(Store.Settings with
        {
            ProbeInterval = TimeSpan.Zero,
            BatchSize = 1,
            BeforeStore = () =>
            {
                if (Volatile.Read(ref stalls))
                {
                    stalled.Set();
                    go.Wait();
                }
            },
        });
        await AppendToAsync(first.Audit);
        Volatile.Write(ref stalls, true);
        var waiting = Enumerable.Range(0, 3).Select(_ => AppendToAsync(first.Audit)).ToList();
        stalled.Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue();

        // Closed and begun anew, and the new log written beyond the old one's end by another process.
        var begun = await LogResume.BeginNewLogAsync(Store.Logs, Store.Settings, default);
        await using (var second = await Store.OpenAnotherAsync(Store.Settings))
        {
            for (var i = 0; i < 3; i++)
            {
                (await AppendToAsync(second.Audit)).ShouldBeOfType<AppendResult.Stored>();
            }
        }

        Volatile.Write(ref stalls, false);
        go.Set();

        (await Task.WhenAll(waiting)).ShouldAllBe(result => result is AppendResult.Unavailable);
        await WaitForAsync(first.Audit, LogCondition.Ready);
        var stored = (await AppendToAsync(first.Audit)).ShouldBeOfType<AppendResult.Stored>().Receipt;
        (stored.Log, stored.Index).ShouldBe((begun, 3L));
        await ShouldVerifyAsync();
    }

    private static Task<AppendResult> AppendToAsync(IAuditStore audit) =>
        audit.AppendAsync(Given.Draft(), Given.Child(1), Given.HolderOrganisation, FactVersions.NotRead, default);

    private async Task<List<AuditReceipt>> FillAsync(int count)
    {
        var results = await Task.WhenAll(Enumerable.Range(0, count).Select(n =>
            Task.Run(() => AppendAsync(n % 10, FactVersions.NotRead))));
        return [.. results.Select(result => result.ShouldBeOfType<AppendResult.Stored>().Receipt)];
    }

    private async Task<LogSummary> OpenLogAsync() =>
        (await Store.Trail.LogsAsync(default)).Single(log => log.ClosedAt is null);

    private async Task<LogInspection> InspectAsync()
    {
        var outside = CheckpointRecord.Read(Store.Settings.CheckpointFile).ShouldNotBeNull().Newest;
        return await LogInspection.OfAsync(Store.Trail, await OpenLogAsync(), outside, default);
    }

    private Task RecordAsync(Guid log, long size)
    {
        var note = Store.Settings.Signer.Sign(log, size, size == 0 ? TreeHash.Empty : new byte[TreeHash.Size]);
        return File.AppendAllTextAsync(Store.Settings.CheckpointFile, note + "\n");
    }
}
