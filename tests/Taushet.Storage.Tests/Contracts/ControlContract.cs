using Taushet.Core.Trail.Unlawful;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>What controllers say of entries: stored with the entry that tells of it, and once.</summary>
public abstract class ControlContract : StoreContract
{
    private static readonly EntryAt Entry = new(new Guid(1, 2, 3, new byte[8]), 7);
    private static readonly SubjectKey Nobody = KeyScope.ReadersOf(Given.HolderOrganisation);

    private ILogControl Control => Store.Control;

    [StoreFact]
    public async Task Flag_WithItsNotices_IsThereAsItWasAndOnce()
    {
        var flag = Flag(Entry);

        (await RecordAsync(new RegisterChange.OfFlag(flag))).ShouldBeOfType<AppendResult.Stored>();

        var found = (await Control.FindFlagAsync(flag.Id, default)).ShouldNotBeNull();
        (found with { Notices = flag.Notices }).ShouldBe(flag);
        found.Notices.ShouldBe(flag.Notices);
        (await Control.FlaggedAsync([Entry, Entry with { Index = 8 }], default)).ShouldBe([Entry]);
        (await RecordAsync(new RegisterChange.OfFlag(Flag(Entry)))).ShouldBeOfType<AppendResult.FactsChanged>();
        (await Control.FindFlagAsync(Guid.NewGuid(), default)).ShouldBeNull();
    }

    [StoreFact]
    public async Task Notice_Given_IsDoneOnceAndTheFlagIsDueNoMore()
    {
        var flag = Flag(Entry);
        await RecordAsync(new RegisterChange.OfFlag(flag));
        await RecordAsync(new RegisterChange.OfFlag(Flag(Entry with { Index = 9 }) with { Holder = Given.ReceiverOrganisation }));
        (await DueAsync()).ShouldHaveSingleItem().Id.ShouldBe(flag.Id);
        var given = new NoticeGiven("keeper-2", Given.Instant, "dt-1");

        (await RecordAsync(new RegisterChange.OfNotice(flag.Id, NoticeTo.DataProtectionAuthority, given))).ShouldBeOfType<AppendResult.Stored>();

        // What is withheld is not due.
        (await DueAsync()).ShouldBeEmpty();
        (await Control.FlagsAsync(new FlagQuery(Given.HolderOrganisation, Service.PrimarySchool, OnlyDue: false, 10), default))
            .ShouldHaveSingleItem().Notices.Single(notice => notice.To == NoticeTo.DataProtectionAuthority).Given.ShouldBe(given);
        (await RecordAsync(new RegisterChange.OfNotice(flag.Id, NoticeTo.DataProtectionAuthority, given))).ShouldBeOfType<AppendResult.FactsChanged>();
        (await RecordAsync(new RegisterChange.OfNotice(flag.Id, NoticeTo.Supervision, given))).ShouldBeOfType<AppendResult.FactsChanged>();
    }

    [StoreFact]
    public async Task Delay_HoldsUntilItsTimeOrItsEnd()
    {
        var delay = new ViewDelay(
            Guid.NewGuid(),
            Entry,
            Given.HolderOrganisation,
            Service.PrimarySchool,
            "investigation",
            "popplyl § 16",
            "an investigation",
            Given.Instant.AddDays(10),
            "keeper-1",
            Given.Instant);
        await RecordAsync(new RegisterChange.OfDelay(delay));

        (await Control.FindDelayAsync(delay.Id, default)).ShouldBe(delay);
        (await Control.DelayedAsync([Entry], Given.Instant, default)).ShouldBe([Entry]);
        (await Control.DelayedAsync([Entry], Given.Instant.AddDays(10), default)).ShouldBeEmpty();
        (await RecordAsync(new RegisterChange.OfDelayEnded(delay.Id, "keeper-2", Given.Instant))).ShouldBeOfType<AppendResult.Stored>();
        (await Control.DelayedAsync([Entry], Given.Instant, default)).ShouldBeEmpty();
        (await Control.FindDelayAsync(delay.Id, default))!.EndedAt.ShouldBe(Given.Instant);
        (await RecordAsync(new RegisterChange.OfDelayEnded(delay.Id, "keeper-2", Given.Instant))).ShouldBeOfType<AppendResult.FactsChanged>();
    }

    [StoreFact]
    public async Task Flagged_OfManyEntries_FindsEachThatIs()
    {
        var entries = Enumerable.Range(0, 150).Select(place => Entry with { Index = place }).ToList();
        foreach (var place in new[] { 0, 63, 64, 149 })
        {
            await RecordAsync(new RegisterChange.OfFlag(Flag(entries[place])));
        }

        (await Control.FlaggedAsync(entries, default)).Select(one => one.Index).Order().ShouldBe([0L, 63L, 64L, 149L]);
        (await Control.FlaggedAsync([], default)).ShouldBeEmpty();
    }

    private static EntryFlag Flag(EntryAt entry) => new(
        Guid.NewGuid(),
        entry,
        Given.HolderOrganisation,
        Service.PrimarySchool,
        "no case gave a reason",
        BreachRisk.High,
        Given.Instant.AddHours(-1),
        "keeper-1",
        Given.Instant,
        [
            new FlagNotice(NoticeTo.Parents, "gdpr art. 34", Given.Instant, Withheld: true, Given: null),
            new FlagNotice(NoticeTo.DataProtectionAuthority, "gdpr art. 33", Given.Instant.AddHours(71), Withheld: false, Given: null),
        ]);

    private async Task<IReadOnlyList<EntryFlag>> DueAsync() =>
        await Control.FlagsAsync(new FlagQuery(Given.HolderOrganisation, Service.PrimarySchool, OnlyDue: true, 10), default);

    private Task<AppendResult> RecordAsync(RegisterChange change) =>
        Store.Audit.RecordAsync(Given.Draft(), Nobody, FactVersions.NotRead, change, default);
}
