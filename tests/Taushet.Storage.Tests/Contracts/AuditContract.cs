using Taushet.Core.Trail;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

public abstract class AuditContract : StoreContract
{
    [StoreFact]
    public async Task AppendAsync_Stored_ReadsBackWholeWithItsReceipt()
    {
        var draft = Given.Draft("snapshot.v1\nflow pull\n");

        var receipt = Receipt(await Store.Audit.AppendAsync(
            draft, Given.Child(1), Given.HolderOrganisation, Given.Nothing, default));

        var entry = (await EntriesAsync()).ShouldHaveSingleItem();
        (entry.Log, entry.Entry, entry.Index).ShouldBe((receipt.Log, receipt.Entry, 0L));
        entry.LeafHashHolds.ShouldBeTrue();
        entry.LeafHash.ToArray().ShouldBe(receipt.LeafHash.ToArray());
        entry.ReleaseCommitment.ToArray().ShouldBe(draft.ReleaseCommitment.ToArray());
        receipt.ReleaseCommitment.ToArray().ShouldBe(draft.ReleaseCommitment.ToArray());
        entry.Public.ShouldBe(draft.Public);
        entry.Holder.ShouldBe(draft.Holder);
        entry.Sealed.ShouldBe(draft.Sealed);
    }

    [StoreFact]
    public async Task AppendAsync_ManyAtOnce_EachReceiptNamesItsOwnPlace()
    {
        var drafts = Enumerable.Range(0, 500).Select(n => Given.Draft($"snapshot.v1 {n}")).ToList();

        var results = await Task.WhenAll(drafts.Select((draft, n) => Task.Run(() => Store.Audit.AppendAsync(
            draft, Given.Child(n % 20), Given.HolderOrganisation, Given.Nothing, default))));

        var entries = await EntriesAsync();
        entries.Count.ShouldBe(500);
        entries.Select((entry, n) => entry.Index - n).ShouldAllBe(gap => gap == 0);
        foreach (var (draft, result) in drafts.Zip(results))
        {
            var entry = entries[(int)Receipt(result).Index];
            entry.Entry.ShouldBe(Receipt(result).Entry);
            entry.Sealed.ShouldBe(draft.Sealed);
            entry.LeafHashHolds.ShouldBeTrue();
        }
    }

    [StoreFact]
    public async Task AppendAsync_OneAfterAnother_OrderOfCommitsIsOrderOfEntries()
    {
        var indices = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            indices.Add(Receipt(await AppendAsync(i, Given.Nothing)).Index);
        }

        indices.ShouldBe([0, 1, 2, 3, 4]);
    }

    [StoreFact]
    public async Task AppendAsync_AFactChanged_FailsThatEntryAloneNotItsBatch()
    {
        await Store.Registrar.ImportAsync([Given.Person(7)], Given.Instant, default);
        var stale = new FactVersions(99, 0, RegistryFresh: true);

        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(async () =>
            (n, Result: await AppendAsync(n % 10, n % 10 == 7 ? stale : Given.Nothing)))));

        foreach (var (n, result) in results)
        {
            (result is AppendResult.FactsChanged).ShouldBe(n % 10 == 7);
            (result is AppendResult.Stored).ShouldBe(n % 10 != 7);
        }

        (await Store.Trail.CountAsync(default)).ShouldBe(180);
        (await EntriesAsync()).Count.ShouldBe(180);
    }

    [StoreFact]
    public async Task AppendAsync_WithdrawnBetweenReadAndAppend_IsFactsChanged()
    {
        var consent = Given.Consent(Guid.NewGuid(), child: 1, giver: 5);
        await Store.Registrar.AppendWishAsync(consent, default);
        var read = await GatherAsync(1);

        await Store.Registrar.AppendWishAsync(
            Given.Then(consent, 1, Core.Vocabulary.ConsentEventKind.Withdrawn, giver: 5), default);

        (await AppendAsync(1, read.Versions)).ShouldBeOfType<AppendResult.FactsChanged>();
        (await AppendAsync(1, (await GatherAsync(1)).Versions)).ShouldBeOfType<AppendResult.Stored>();
    }

    [StoreFact]
    public async Task AppendAsync_SameSubject_HasOnePseudonymAndFreshCiphertext()
    {
        var draft = Given.Draft();
        for (var i = 0; i < 2; i++)
        {
            await Store.Audit.AppendAsync(draft, Given.Child(1), Given.HolderOrganisation, Given.Nothing, default);
        }

        var entries = await EntriesAsync();
        entries[0].LeafHash.ToArray().ShouldNotBe(entries[1].LeafHash.ToArray());
        entries.ShouldAllBe(entry => entry.Sealed == draft.Sealed);
    }

    [StoreFact]
    public async Task AppendAsync_FirstSightOfASubjectByManyAtOnce_AllOpenUnderOneKey()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => AppendAsync(1, Given.Nothing))));

        (await EntriesAsync()).ShouldAllBe(entry => entry.Sealed != null && entry.LeafHashHolds);
    }

    // A caller that went away does not take its entry out.
    [StoreFact]
    public async Task AppendAsync_CallerGone_TheEntryStays()
    {
        using var gone = new CancellationTokenSource();
        var waiting = Store.Audit.AppendAsync(Given.Draft(), Given.Child(1), Given.HolderOrganisation, Given.Nothing, gone.Token);
        await gone.CancelAsync();
        try
        {
            await waiting;
        }
        catch (OperationCanceledException)
        {
            // The wait ended; the entry did not.
        }

        await Store.Audit.DrainAsync();
        (await Store.Trail.CountAsync(default)).ShouldBe(1);
    }

    [StoreFact]
    public async Task DrainAsync_WithEntriesQueued_LosesNone()
    {
        var waiting = Enumerable.Range(0, 300).Select(n => AppendAsync(n % 5, Given.Nothing)).ToList();

        await Store.Audit.DrainAsync();

        waiting.ShouldAllBe(task => task.IsCompleted || task.Wait(1_000));
        (await Task.WhenAll(waiting)).ShouldAllBe(result => result is AppendResult.Stored);
        (await Store.Trail.CountAsync(default)).ShouldBe(300);
        (await AppendAsync(1, Given.Nothing)).ShouldBeOfType<AppendResult.Unavailable>();
        Store.Audit.Condition.ShouldBe(LogCondition.Drained);
    }

    [StoreFact]
    public async Task AppendAsync_NoFactsWereRead_IsStoredWhateverChanged()
    {
        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);

        (await AppendAsync(1, FactVersions.NotRead)).ShouldBeOfType<AppendResult.Stored>();
        (await AppendAsync(1, Given.Nothing)).ShouldBeOfType<AppendResult.FactsChanged>();
    }

    [StoreFact]
    public async Task AppendAsync_CommitmentOfAnotherLength_IsRefused()
    {
        var draft = Given.Draft() with { ReleaseCommitment = new byte[31] };

        await Should.ThrowAsync<ArgumentException>(() => Store.Audit.AppendAsync(
            draft, Given.Child(1), Given.HolderOrganisation, Given.Nothing, default));
    }

    private static AuditReceipt Receipt(AppendResult result) => result.ShouldBeOfType<AppendResult.Stored>().Receipt;

    private async Task<List<StoredEntry>> EntriesAsync()
    {
        var entries = new List<StoredEntry>();
        await foreach (var entry in Store.Trail.ReadAsync(default))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
