using Taushet.Core.Trail.Tree;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>Who may write a log, and what becomes of it when a process or the store fails.</summary>
public abstract class LogContract : StoreContract
{
    [StoreFact]
    public async Task Open_Again_GoesOnWithTheSameLog()
    {
        var first = await StoredAsync(Store.Audit);
        await Store.Audit.DrainAsync();

        await using var again = await Store.OpenAnotherAsync(Store.Settings);
        var second = await StoredAsync(again.Audit);

        (second.Log, second.Index).ShouldBe((first.Log, 1L));
        await ShouldVerifyAsync();
    }

    [StoreFact]
    public async Task Append_AnotherProcessHoldsTheLog_IsUnavailableUntilThatOneHasStopped()
    {
        await StoredAsync(Store.Audit);
        await using var second = await Store.OpenAnotherAsync(Store.Settings);

        second.Audit.Condition.ShouldBe(LogCondition.HeldElsewhere);
        (await AppendToAsync(second.Audit)).ShouldBeOfType<AppendResult.Unavailable>();
        (await StoredAsync(Store.Audit)).Index.ShouldBe(1);

        await Store.Audit.DrainAsync();
        await WaitForAsync(second.Audit, LogCondition.Ready);
        (await StoredAsync(second.Audit)).Index.ShouldBe(2);
        await ShouldVerifyAsync();
    }

    [StoreFact]
    public async Task Append_LeaseLapsedAndTakenOver_StoresNothingOfTheFirst()
    {
        using var stalled = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var settings = Store.Settings with
        {
            BeforeStore = () =>
            {
                stalled.Set();
                go.Wait();
            },
        };
        await using var first = await Store.OpenAnotherAsync(settings);
        var waiting = AppendToAsync(first.Audit);
        stalled.Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue();

        await using var second = await Store.OpenAnotherAsync(Store.Settings);
        await WaitForAsync(second.Audit, LogCondition.Ready);
        await StoredAsync(second.Audit);
        go.Set();

        (await waiting).ShouldBeOfType<AppendResult.Unavailable>();
        (await Store.Trail.CountAsync(default)).ShouldBe(1);
        await ShouldVerifyAsync();
    }

    [StoreFact]
    public async Task Append_OutcomeOfCommitUnknown_IsUnavailableAndNeverRepeated()
    {
        var breaks = true;
        var settings = Store.Settings with
        {
            AfterStore = () =>
            {
                if (breaks)
                {
                    throw new IOException("the connection broke after COMMIT");
                }
            },
        };
        await using var store = await Store.OpenAnotherAsync(settings);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AppendToAsync(store.Audit)));
        results.ShouldAllBe(result => result is AppendResult.Unavailable);
        var committed = await Store.Trail.CountAsync(default);
        committed.ShouldBeInRange(1, 20);

        breaks = false;
        await WaitForAsync(store.Audit, LogCondition.Ready);
        (await StoredAsync(store.Audit)).Index.ShouldBe(committed);
        await ShouldVerifyAsync();
    }

    // INVARIANT: a log whose checkpoint file is ahead of its database, or tells of other entries, is not written.
    [StoreTheory]
    [InlineData(+5)]
    [InlineData(0)]
    [InlineData(-2)]
    public async Task Append_CheckpointFileTellsOfEntriesTheDatabaseHasNot_IsRolledBackUntilResumed(int ahead)
    {
        var receipts = new List<Core.Trail.AuditReceipt>();
        for (var i = 0; i < 4; i++)
        {
            receipts.Add(await StoredAsync(Store.Audit));
        }

        await Store.Audit.DrainAsync();
        var note = Store.Settings.Signer.Sign(receipts[0].Log, 4 + ahead, new byte[TreeHash.Size]);
        await File.AppendAllTextAsync(Store.Settings.CheckpointFile, note + "\n");

        await using var store = await Store.OpenAnotherAsync(Store.Settings);
        store.Audit.Condition.ShouldBe(LogCondition.RolledBack);
        (await AppendToAsync(store.Audit)).ShouldBeOfType<AppendResult.Unavailable>();
        await Task.Delay(200);
        store.Audit.Condition.ShouldBe(LogCondition.RolledBack);
        (await Store.Trail.CountAsync(default)).ShouldBe(4);

        var begun = await LogResume.BeginNewLogAsync(store.Logs, Store.Settings, default);
        await WaitForAsync(store.Audit, LogCondition.Ready);
        var stored = await StoredAsync(store.Audit);
        (stored.Log, stored.Index).ShouldBe((begun, 0L));
        (await Store.Trail.CountAsync(default)).ShouldBe(5);
        (await Store.Trail.LogsAsync(default)).Select(log => (log.Log == begun, log.ClosedAt is null, log.Size))
            .ShouldBe([(false, false, 4L), (true, true, 1L)]);
        await ShouldVerifyAsync();
    }

    [StoreFact]
    public async Task Append_CheckpointFileEndsInATornNote_GoesByTheOneBefore()
    {
        await StoredAsync(Store.Audit);
        await Store.Audit.DrainAsync();
        var whole = await File.ReadAllTextAsync(Store.Settings.CheckpointFile);
        await File.AppendAllTextAsync(Store.Settings.CheckpointFile, whole[..(whole.Length / 2)]);

        await using (var store = await Store.OpenAnotherAsync(Store.Settings))
        {
            (await StoredAsync(store.Audit)).Index.ShouldBe(1);
        }

        await using var again = await Store.OpenAnotherAsync(Store.Settings);
        (await StoredAsync(again.Audit)).Index.ShouldBe(2);
    }

    [StoreFact]
    public async Task Append_CheckpointFileBehind_GoesOn()
    {
        await StoredAsync(Store.Audit);
        var early = await File.ReadAllBytesAsync(Store.Settings.CheckpointFile);
        await StoredAsync(Store.Audit);
        await Store.Audit.DrainAsync();
        await File.WriteAllBytesAsync(Store.Settings.CheckpointFile, early);

        await using var store = await Store.OpenAnotherAsync(Store.Settings);

        (await StoredAsync(store.Audit)).Index.ShouldBe(2);
    }

    // A process that was stopped after its commit writes its checkpoint when it goes on, behind those of the one that took over.
    [StoreFact]
    public async Task Append_CheckpointFileEndsInALateNote_GoesByTheLargest()
    {
        var early = await StoredAsync(Store.Audit);
        await StoredAsync(Store.Audit);
        await Store.Audit.DrainAsync();
        var ahead = Store.Settings.Signer.Sign(early.Log, 3, new byte[TreeHash.Size]);
        await File.AppendAllTextAsync(Store.Settings.CheckpointFile, $"{ahead}\n{early.Checkpoint}\n");

        await using var store = await Store.OpenAnotherAsync(Store.Settings);

        store.Audit.Condition.ShouldBe(LogCondition.RolledBack);
    }

    // INVARIANT: an entry is stored in the log it was sealed for, or not at all.
    [StoreFact]
    public async Task Append_NewLogBegunUnderLoad_StoresNoEntryThatWasSealedForTheOldOne()
    {
        Store.Audit.Condition.ShouldBe(LogCondition.Ready);
        var begun = await LogResume.BeginNewLogAsync(Store.Logs, Store.Settings, default);

        var stored = (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => StoreAsync(5))))).SelectMany(some => some).ToList();

        stored.ShouldAllBe(receipt => receipt.Log == begun);
        (await Store.Trail.LogsAsync(default)).Select(log => log.Size).ShouldBe([0L, stored.Count]);
        await ShouldVerifyAsync();
        (await AllAsync(Store.Trail.ReadAsync(begun, 0, default))).Select(entry => entry.Entry)
            .ShouldBe(stored.OrderBy(receipt => receipt.Index).Select(receipt => receipt.Entry));
    }

    [StoreFact]
    public async Task Append_EveryBatch_IsInTheCheckpointFileWhenItIsAnswered()
    {
        for (var i = 0; i < 3; i++)
        {
            var receipt = await StoredAsync(Store.Audit);

            (await File.ReadAllTextAsync(Store.Settings.CheckpointFile)).ShouldEndWith(receipt.Checkpoint + "\n");
        }
    }

    private async Task<List<Core.Trail.AuditReceipt>> StoreAsync(int count)
    {
        var stored = new List<Core.Trail.AuditReceipt>();
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (stored.Count < count && waited.Elapsed < TimeSpan.FromSeconds(20))
        {
            var result = await AppendToAsync(Store.Audit);
            stored.AddRange(result.Match<Core.Trail.AuditReceipt[]>(receipt => [receipt], () => [], () => [], () => []));
        }

        stored.Count.ShouldBe(count);
        return stored;
    }

    private static Task<AppendResult> AppendToAsync(IAuditStore audit) =>
        audit.AppendAsync(Given.Draft(), Given.Child(1), Given.HolderOrganisation, FactVersions.NotRead, default);

    private static async Task<Core.Trail.AuditReceipt> StoredAsync(IAuditStore audit) =>
        (await AppendToAsync(audit)).ShouldBeOfType<AppendResult.Stored>().Receipt;
}
