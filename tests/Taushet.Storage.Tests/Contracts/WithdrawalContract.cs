using System.Collections.Concurrent;
using System.Globalization;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>Two stores on one database: nothing is stored that relies on a consent withdrawn before it.</summary>
/// <remarks>How many withdrawals: <c>TAUSHET_TEST_WITHDRAWALS</c>, 240 by default.</remarks>
public abstract class WithdrawalContract : StoreContract
{
    private const int Children = 8;

    private static readonly int Rounds = int.Parse(
        Environment.GetEnvironmentVariable("TAUSHET_TEST_WITHDRAWALS") ?? "240", CultureInfo.InvariantCulture) / Children;

    private readonly ConcurrentBag<string> late = [];

    /// <summary>Begins to number entries as they are committed, where the store does not by itself.</summary>
    protected abstract Task NumberAsync(ITestStore store);

    /// <summary>Every entry's id in the order of their commits, over all logs.</summary>
    protected abstract Task<IReadOnlyList<Guid>> CommitOrderAsync(ITestStore store);

    [StoreFact]
    public async Task TwoStores_WithdrawalsAndDecisionsInterleaved_NoEntryReliesOnAConsentWithdrawnBeforeIt()
    {
        await NumberAsync(Store);
        await using var second = await Store.OpenAnotherAsync(
            TemporaryStore.Settings(Path.GetDirectoryName(Store.Settings.CheckpointFile)!, "second"));
        var stores = new[] { new OneStore(Store.Facts, Store.Wishes, Store.Audit), new OneStore(second.Facts, second.Wishes, second.Audit) };

        await Task.WhenAll(Enumerable.Range(1, Children).Select(child => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                await RoundAsync(child, stores[(round + child) % 2], stores[(round + child + 1) % 2]);
            }
        })));

        late.ShouldBeEmpty("stored after the withdrawal had been acknowledged");
        var entries = (await AllAsync(Store.Trail.ReadAsync(default))).ToDictionary(entry => entry.Entry);
        var withdrawn = new HashSet<string>(StringComparer.Ordinal);
        var (relied, broken) = (0, 0);
        foreach (var text in (await CommitOrderAsync(Store)).Select(id => entries[id].Holder!.Decision))
        {
            _ = text.StartsWith("withdrawn ", StringComparison.Ordinal) && withdrawn.Add(text["withdrawn ".Length..]);
            var relies = text.StartsWith("relied ", StringComparison.Ordinal);
            relied += relies ? 1 : 0;
            broken += relies && withdrawn.Contains(text["relied ".Length..]) ? 1 : 0;
        }

        (withdrawn.Count, broken).ShouldBe((Rounds * Children, 0));
        relied.ShouldBeGreaterThan(0, "the test would show nothing");
    }

    private async Task RoundAsync(int child, OneStore one, OneStore other)
    {
        var consent = Given.Consent(Guid.NewGuid(), child, giver: 50 + child);
        await ChangeAsync(one, consent, $"given {consent.Wish:N}");
        var meanwhile = DecideAsync(other, child);
        await ChangeAsync(one, Given.Then(consent, 1, ConsentEventKind.Withdrawn, giver: 50 + child), $"withdrawn {consent.Wish:N}");
        if (await DecideAsync(other, child) is { } relied)
        {
            late.Add(relied);
        }

        await meanwhile;
    }

    // An answer may fail to come on a busy server: what became of the event is then looked up.
    private static async Task ChangeAsync(OneStore store, WishEvent wish, string text)
    {
        while (true)
        {
            var read = (await store.Facts.ReadAsync(Given.Query(Child(wish)), default)).ShouldNotBeNull();
            var known = (await store.Wishes.OfSubjectAsync(Given.Child(Child(wish)), default)).ShouldNotBeNull();
            if ((known.FirstOrDefault(record => record.Id == wish.Wish)?.Version ?? 0) > wish.ExpectedVersion)
            {
                return;
            }

            var result = await store.Audit.RecordAsync(
                Draft(text), Given.Child(Child(wish)), read.Versions, new RegisterChange.OfWishes([wish]), default);
            if (result is AppendResult.Stored)
            {
                return;
            }
        }
    }

    // As a gateway does: what relies on a consent is stored only while it stands; else it is decided anew, or refused.
    private static async Task<string?> DecideAsync(OneStore store, int child)
    {
        while (true)
        {
            var read = (await store.Facts.ReadAsync(Given.Query(child), default)).ShouldNotBeNull();
            var relied = read.Facts.Consents.Value.Select(fact => $"{fact.Id:N}").SingleOrDefault();
            var text = relied is null ? "refused" : $"relied {relied}";
            var result = await store.Audit.AppendAsync(
                Draft(text), Given.Child(child), Given.HolderOrganisation, read.Versions, default);
            if (result is not AppendResult.FactsChanged)
            {
                return result is AppendResult.Stored ? relied : null;
            }
        }
    }

    private static int Child(WishEvent wish) =>
        Enumerable.Range(1, Children).First(child => wish.Subject == People.Number(child));

    private static EntryDraft Draft(string text) =>
        Given.Draft() with { Holder = new HolderPart(text, SourceCalled: false, "none", Dropped: 0) };

    private sealed record OneStore(IFactStore Facts, IWishStore Wishes, IAuditStore Audit);
}
