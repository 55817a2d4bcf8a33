using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>Events on consents that are stored with the entry that tells of them, or not at all.</summary>
public abstract class ChangeContract : StoreContract
{
    private readonly WishEvent consent = Given.Consent(Guid.NewGuid(), child: 1, giver: 5) with
    {
        Proof = ConsentProof.AltinnConsent,
        TextVersion = "text-4",
        CompleteUnder = "oppl-24-5-parent-sole",
        Terms = Given.Terms() with
        {
            ChildView = ChildView.Undecided,
            Replaces = Guid.NewGuid(),
            Recorder = Given.ReceiverOrganisation,
        },
    };

    private WishEvent Withdrawal => Given.Then(consent, 1, ConsentEventKind.Withdrawn, giver: 5) with
    {
        Proof = ConsentProof.Journal,
        TextVersion = string.Empty,
        CompleteUnder = null,
    };

    [StoreFact]
    public async Task RecordAsync_Event_IsThereWithItsEntryAndItsHistory()
    {
        (await RecordAsync(consent)).ShouldBeOfType<AppendResult.Stored>();
        (await RecordAsync(Withdrawal)).ShouldBeOfType<AppendResult.Stored>();

        var record = (await RecordsAsync(1)).ShouldHaveSingleItem();
        (record.Id, record.Kind, record.Version, record.Ended).ShouldBe((consent.Wish, WishKind.Consent, 2, null));
        ShouldBeSame(record.Terms, consent.Terms!);
        record.Givers.ShouldBeEmpty();
        record.Events[0].ShouldBe(new WishRecordEvent(
            ConsentEventKind.Given,
            Given.Parent,
            consent.At,
            consent.RecordedBy,
            ConsentProof.AltinnConsent,
            "journal-1",
            "text-4",
            "oppl-24-5-parent-sole"));
        (record.Events[1].Event, record.Events[1].Proof, record.Events[1].CompleteUnder)
            .ShouldBe((ConsentEventKind.Withdrawn, ConsentProof.Journal, null));
        (await Store.Trail.CountAsync(default)).ShouldBe(2);
        (await FactsAsync(1)).Consents.Value.ShouldBeEmpty();
        await ShouldVerifyAsync();
    }

    [StoreFact]
    public async Task RecordAsync_AnotherEventCameFirst_StoresNeitherEventNorEntry()
    {
        await RecordAsync(consent);
        await RecordAsync(Withdrawal);

        var late = Given.Then(consent, 1, ConsentEventKind.Confirmed, giver: 5);
        (await RecordAsync(late)).ShouldBeOfType<AppendResult.FactsChanged>();

        (await Store.Trail.CountAsync(default)).ShouldBe(2);
        (await RecordsAsync(1)).ShouldHaveSingleItem().Version.ShouldBe(2);
    }

    [StoreFact]
    public async Task RecordAsync_FactsChangedSinceRead_StoresNeitherEventNorEntry()
    {
        var before = (await GatherAsync(1)).Versions;
        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);

        (await RecordAsync(consent, before)).ShouldBeOfType<AppendResult.FactsChanged>();

        (await RecordsAsync(1)).ShouldBeEmpty();
        (await Store.Trail.CountAsync(default)).ShouldBe(0);
    }

    // INVARIANT: no entry shares a transaction with an earlier change of its subject.
    [StoreFact]
    public async Task RecordAsync_DecisionsQueuedBehindAWithdrawal_NoneIsStoredThatReliedOnTheConsent()
    {
        await RecordAsync(consent);
        var read = (await GatherAsync(1)).Versions;
        var other = (await GatherAsync(2)).Versions;

        var withdrawn = RecordAsync(Withdrawal, read);
        var relying = Enumerable.Range(0, 20).Select(_ => AppendAsync(1, read)).ToList();
        var others = Enumerable.Range(0, 20).Select(_ => AppendAsync(2, other)).ToList();

        (await withdrawn).ShouldBeOfType<AppendResult.Stored>();
        (await Task.WhenAll(relying)).ShouldAllBe(result => result is AppendResult.FactsChanged, string.Join(", ", Store.Faults));
        (await Task.WhenAll(others)).ShouldAllBe(result => result is AppendResult.Stored);
    }

    [StoreFact]
    public async Task RecordAsync_SeveralEventsAtOnce_StandTogether()
    {
        await RecordAsync(consent);
        var next = consent with { Wish = Guid.NewGuid(), Terms = consent.Terms! with { Replaces = consent.Wish } };
        var end = Given.Then(consent, 1, ConsentEventKind.Replaced, giver: null) with { Proof = null, CompleteUnder = null };

        (await RecordAsync([next, end])).ShouldBeOfType<AppendResult.Stored>();

        var records = await RecordsAsync(1);
        records.Select(record => (record.Id, record.Ended)).ShouldBe(
            [(consent.Wish, ConsentEventKind.Replaced), (next.Wish, null)], ignoreOrder: true);
        (await FactsAsync(1)).Consents.Value.ShouldHaveSingleItem().Id.ShouldBe(next.Wish);
    }

    [StoreFact]
    public async Task RecordAsync_NothingReadOrNoEvent_IsRefused()
    {
        await Should.ThrowAsync<ArgumentException>(() => RecordAsync(consent, FactVersions.NotRead));
        await Should.ThrowAsync<ArgumentException>(() => RecordAsync([]));
        await Should.ThrowAsync<ArgumentException>(() => RecordAsync(consent with { Giver = null }));
    }

    [StoreFact]
    public async Task AfterAsync_AnyGiver_ForeseesWhatTheStoredEventMakes()
    {
        await RecordAsync(consent);
        foreach (var (happened, giver) in new[]
        {
            (ConsentEventKind.Given, 6), (ConsentEventKind.Confirmed, 5), (ConsentEventKind.Withdrawn, 6), (ConsentEventKind.Withdrawn, 7),
        })
        {
            var before = (await RecordsAsync(1)).ShouldHaveSingleItem();
            var next = Given.Then(consent, before.Version, happened, giver);

            var foreseen = (await Store.Wishes.AfterAsync(before, next, default)).ShouldNotBeNull();
            await RecordAsync(next);

            var stored = (await RecordsAsync(1)).ShouldHaveSingleItem();
            foreseen.Givers.ShouldBe(stored.Givers);
            foreseen.Events[^1].ShouldBe(stored.Events[^1]);
        }

        WishRecord.Of(consent).Givers.ShouldBe([Given.Parent]);
    }

    [StoreFact]
    public async Task OpenAsync_Pages_GiveEachOpenWishOnceAndNoEndedOne()
    {
        var ids = Enumerable.Range(0, 7).Select(_ => Guid.NewGuid()).ToList();
        foreach (var (id, place) in ids.Select((id, place) => (id, place)))
        {
            var recorder = place % 2 == 0 ? Given.ReceiverOrganisation : Given.HolderOrganisation;
            var wish = Given.Consent(id, child: 1 + place, giver: 50);
            await Store.Registrar.AppendWishAsync(wish with { Terms = wish.Terms! with { Recorder = recorder } }, default);
        }

        await Store.Registrar.AppendWishAsync(
            Given.Then(Given.Consent(ids[0], child: 1, giver: 50), 1, ConsentEventKind.Expired, giver: null), default);

        (await OpenAsync(null, 2)).ShouldBe(ids.Skip(1), ignoreOrder: true);
        (await OpenAsync(Given.ReceiverOrganisation, 2)).ShouldBe([ids[2], ids[4], ids[6]], ignoreOrder: true);
    }

    [StoreFact]
    public async Task OpenAsync_SubjectOfTheStore_IsTheSameSubjectForEveryPort()
    {
        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);
        await RecordAsync(consent);
        var open = (await Store.Wishes.OpenAsync(null, Guid.Empty, 10, default)).ShouldNotBeNull().ShouldHaveSingleItem();

        var facts = (await Store.Facts.ReadAsync(Given.Query(1) with { Subject = open.Subject }, default)).ShouldNotBeNull();
        var end = Given.Then(consent, 1, ConsentEventKind.Lapsed, giver: null) with { Proof = null, CompleteUnder = null };
        var stored = await Store.Audit.RecordAsync(
            Given.Draft(), open.Subject, facts.Versions, new RegisterChange.OfWishes([end]), default);

        facts.Facts.Age.IsKnown.ShouldBeTrue();
        stored.ShouldBeOfType<AppendResult.Stored>();
        (await Store.Wishes.OfSubjectAsync(open.Subject, default)).ShouldNotBeNull().ShouldHaveSingleItem()
            .Ended.ShouldBe(ConsentEventKind.Lapsed);
        (await AllAsync(Store.Trail.ReadAsync(default))).ShouldAllBe(entry => entry.Sealed != null);
    }

    private static void ShouldBeSame(WishTerms read, WishTerms given)
    {
        read.Holders.ShouldBe(given.Holders);
        read.Receivers.ShouldBe(given.Receivers);
        read.ShouldBe(given with { Holders = read.Holders, Receivers = read.Receivers });
    }

    private async Task<IReadOnlyList<WishRecord>> RecordsAsync(int child) =>
        (await Store.Wishes.OfSubjectAsync(Given.Child(child), default)).ShouldNotBeNull();

    private async Task<List<Guid>> OpenAsync(string? recorder, int count)
    {
        var all = new List<Guid>();
        while (true)
        {
            var page = (await Store.Wishes.OpenAsync(recorder, all.LastOrDefault(), count, default)).ShouldNotBeNull();
            all.AddRange(page.Select(open => open.Id));
            if (page.Length < count)
            {
                return all;
            }
        }
    }

    private async Task<AppendResult> RecordAsync(WishEvent wish, FactVersions? versions = null) =>
        await RecordAsync([wish], versions);

    private async Task<AppendResult> RecordAsync(WishEvent[] events, FactVersions? versions = null) =>
        await Store.Audit.RecordAsync(
            Given.Draft(),
            Given.Child(1),
            versions ?? (await GatherAsync(1)).Versions,
            new RegisterChange.OfWishes([.. events]),
            default);
}
