using System.Text;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>Disclosures, from the entry that tells of them to the receiver's receipt.</summary>
public abstract class DisclosureContract : StoreContract
{
    private static readonly ServiceAddress School = new(Given.HolderOrganisation, string.Empty, Service.PrimarySchool);
    private static readonly ServiceAddress Barnevern = new(Given.ReceiverOrganisation, People.Organisation(7), Service.Barnevern);
    private static readonly byte[] Receipt = Encoding.UTF8.GetBytes("journal-77");

    private IDisclosures Disclosures => Store.Disclosures;

    /// <summary>INVARIANT: a disclosure exists only with the entry that tells of it, and is open until its receiver's receipt is stored.</summary>
    [StoreFact]
    public async Task RecordAsync_Disclosure_IsThereWithItsEntryAndOpenUntilItsReceipt()
    {
        var row = Row(1);

        var stored = (await SubmitAsync(1, row)).ShouldBeOfType<AppendResult.Stored>().Receipt;

        var found = await FindAsync(row.Id);
        (Text(found.Row.Content), Text(found.Row.Outcome)).ShouldBe(("content 1", "outcome 1"));
        (found.Row with { Content = row.Content, Outcome = row.Outcome }).ShouldBe(row);
        (found.Log, found.Entry, found.Index).ShouldBe((stored.Log, stored.Entry, stored.Index));
        found.EntryDigest.ToArray().ShouldBe(stored.EntryDigest.ToArray());
        (found.Position, found.ChannelPlace, found.Sends, found.AcknowledgedAt).ShouldBe((1, 1, 0, null));
        (await Disclosures.FindDeliveryAsync(row.Delivery, default)).Disclosure.ShouldNotBeNull().Row.Id.ShouldBe(row.Id);
        (await OpenAsync(0)).ShouldHaveSingleItem().Row.Delivery.ShouldBe(row.Delivery);
        (await BacklogAsync(BacklogKind.Disclosures)).ShouldBe(new Backlog(BacklogKind.Disclosures, 1, Given.Instant, null));

        (await AcknowledgeAsync(found)).ShouldBeOfType<AppendResult.Stored>();
        (await BacklogAsync(BacklogKind.Disclosures)).Count.ShouldBe(0);

        (await OpenAsync(0)).ShouldBeEmpty();
        var received = await FindAsync(row.Id);
        (received.Row.State, received.AcknowledgedAt).ShouldBe((DisclosureState.Acknowledged, Given.Instant));
        received.ReceiverReceipt!.Value.ToArray().ShouldBe(Receipt);
        (await Store.Trail.CountAsync(default)).ShouldBe(2);
        await ShouldVerifyAsync();
    }

    [StoreFact]
    public async Task RecordAsync_TheSameIdAgain_StoresNeitherDisclosureNorEntry()
    {
        var row = Row(1);
        await SubmitAsync(1, row);

        (await SubmitAsync(1, row with { Delivery = Guid.NewGuid() })).ShouldBeOfType<AppendResult.FactsChanged>();
        (await SubmitAsync(2, row with { Delivery = Guid.NewGuid() })).ShouldBeOfType<AppendResult.FactsChanged>();

        (await FindAsync(row.Id)).Row.Delivery.ShouldBe(row.Delivery);
        (await Store.Trail.CountAsync(default)).ShouldBe(1);
        (await SubmitAsync(1, row with { Sender = School with { Organisation = People.Organisation(9) }, Delivery = Guid.NewGuid() }))
            .ShouldBeOfType<AppendResult.Stored>();
    }

    [StoreFact]
    public async Task RecordAsync_TheSameIdManyTimesAtOnce_IsStoredOnce()
    {
        var row = Row(1);
        var versions = new[] { (await GatherAsync(1)).Versions, (await GatherAsync(2)).Versions, (await GatherAsync(3)).Versions };

        var results = await Task.WhenAll(Enumerable.Range(0, 30).Select(n =>
            SubmitAsync(1 + (n % 3), row with { Delivery = Guid.NewGuid() }, versions[n % 3])));

        results.Count(result => result is AppendResult.Stored).ShouldBe(1, string.Join(", ", Store.Faults));
        results.ShouldAllBe(result => result is AppendResult.Stored || result is AppendResult.FactsChanged);
        (await OpenAsync(0)).Count.ShouldBe(1);
        (await Store.Trail.CountAsync(default)).ShouldBe(1);
    }

    [StoreFact]
    public async Task OpenAsync_Inbox_InOrderOfSubmissionAndForEachChildWithoutGaps()
    {
        var rows = new List<DisclosureRow>();
        foreach (var child in new[] { 1, 2, 1, 1, 2 })
        {
            rows.Add(Row(child));
            await SubmitAsync(child, rows[^1]);
        }

        await SubmitAsync(1, Row(1) with { State = DisclosureState.Nothing });
        await SubmitAsync(1, Row(1) with { Receiver = Barnevern with { Unit = string.Empty } });

        var open = await OpenAsync(0);
        open.Select(one => one.Row.Delivery).ShouldBe(rows.Select(row => row.Delivery));
        open.Select(one => one.Position).ShouldBe([1, 2, 3, 4, 5]);
        open.Select(one => one.ChannelPlace).ShouldBe([1, 1, 2, 3, 2]);
        open.GroupBy(one => one.Channel).Select(channel => channel.Count()).ShouldBe([3, 2], ignoreOrder: true);
        (await OpenAsync(3)).Select(one => one.Position).ShouldBe([4, 5]);
    }

    [StoreFact]
    public async Task RecordAsync_Receipt_CountsOnceWhateverTheOrder()
    {
        var (first, second) = (Row(1), Row(1));
        await SubmitAsync(1, first);
        await SubmitAsync(1, second);
        var (one, two) = (await FindAsync(first.Id), await FindAsync(second.Id));

        (await AcknowledgeAsync(two)).ShouldBeOfType<AppendResult.Stored>();
        (await AcknowledgeAsync(two)).ShouldBeOfType<AppendResult.FactsChanged>();
        (await OpenAsync(0)).ShouldHaveSingleItem().Row.Id.ShouldBe(first.Id);
        var many = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AcknowledgeAsync(one)));

        many.Count(result => result is AppendResult.Stored).ShouldBe(1);
        (await OpenAsync(0)).ShouldBeEmpty();
        (await Store.Trail.CountAsync(default)).ShouldBe(4);
    }

    [StoreFact]
    public async Task NoteSentAsync_EachTime_IsCounted()
    {
        var row = Row(1);
        await SubmitAsync(1, row);

        (await Disclosures.NoteSentAsync([row.Delivery], Given.Instant, default)).ShouldBeTrue();
        (await Disclosures.NoteSentAsync([row.Delivery], Given.Instant.AddMinutes(1), default)).ShouldBeTrue();

        var found = await FindAsync(row.Id);
        (found.Sends, found.FirstSentAt, found.LastSentAt).ShouldBe((2, Given.Instant, Given.Instant.AddMinutes(1)));
    }

    [StoreFact]
    public async Task ReconcileAsync_BothSides_AccountForEveryDisclosure()
    {
        var rows = new[] { Row(1), Row(2), Row(3) with { State = DisclosureState.Nothing } };
        for (var n = 0; n < rows.Length; n++)
        {
            await SubmitAsync(n + 1, rows[n]);
        }

        await AcknowledgeAsync(await FindAsync(rows[0].Id));

        var expected = new ReconciledLine(Barnevern, 3, 1, 1, 1, 3, Given.Instant);
        (await ReconcileAsync(School, DisclosureSide.Sender)).ShouldHaveSingleItem().ShouldBe(expected);
        (await ReconcileAsync(Barnevern, DisclosureSide.Receiver)).ShouldHaveSingleItem().ShouldBe(expected with { Other = School });
        (await ReconcileAsync(Barnevern, DisclosureSide.Sender)).ShouldBeEmpty();
        (await OverdueAsync(School, DisclosureSide.Sender, Given.Instant)).ShouldBeEmpty();
        (await OverdueAsync(School, DisclosureSide.Sender, Given.Instant.AddHours(1))).ShouldHaveSingleItem().Row.Id.ShouldBe(rows[1].Id);
        (await OverdueAsync(Barnevern, DisclosureSide.Receiver, Given.Instant.AddHours(1))).ShouldHaveSingleItem().Row.Id.ShouldBe(rows[1].Id);
    }

    [StoreFact]
    public async Task UnansweredAsync_ReportsWithoutFeedback_TheOldestFirst()
    {
        var (answered, open, other) = (Row(1), Row(2), Row(3) with { Ground = 2 });
        await SubmitAsync(1, answered);
        await SubmitAsync(2, open);
        await SubmitAsync(3, other);
        (await UnansweredAsync()).Count.ShouldBe(2);

        await SubmitAsync(1, Row(1) with { Sender = Barnevern, Receiver = School, Ground = 8, InReplyTo = answered.Delivery });

        (await UnansweredAsync()).ShouldHaveSingleItem().Row.Id.ShouldBe(open.Id);
    }

    [StoreFact]
    public async Task ForgetAsync_WhatWasReceived_KeepsThatItWas()
    {
        var (open, received) = (Row(1), Row(2));
        await SubmitAsync(1, open);
        await SubmitAsync(2, received);
        await AcknowledgeAsync(await FindAsync(received.Id));

        (await Disclosures.ForgetAsync(Given.Instant, default)).ShouldBe(0);
        (await Disclosures.ForgetAsync(Given.Instant.AddSeconds(1), default)).ShouldBe(1);

        var forgotten = await FindAsync(received.Id);
        (forgotten.Row.Content.Length, forgotten.Row.State).ShouldBe((0, DisclosureState.Acknowledged));
        Text((await FindAsync(open.Id)).Row.Content).ShouldBe("content 1");
    }

    private static DisclosureRow Row(int child) => new()
    {
        Id = Guid.NewGuid(),
        Delivery = Guid.NewGuid(),
        Sender = School,
        Receiver = Barnevern,
        Ground = 1,
        SubmittedAt = Given.Instant,
        Content = Encoding.UTF8.GetBytes($"content {child}"),
        Outcome = Encoding.UTF8.GetBytes($"outcome {child}"),
    };

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private static EntryDraft Draft()
    {
        var draft = Given.Draft();
        return draft with { Public = draft.Public with { Kind = EntryKind.DisclosureSubmitted, Flow = Flow.Push } };
    }

    private async Task<AppendResult> SubmitAsync(int child, DisclosureRow row, FactVersions? versions = null) =>
        await Store.Audit.RecordAsync(
            Draft(), Given.Child(child), versions ?? (await GatherAsync(child)).Versions, new RegisterChange.OfDisclosure(row), default);

    private Task<AppendResult> AcknowledgeAsync(StoredDisclosure disclosure) => Store.Audit.RecordAsync(
        Given.Draft(),
        disclosure.Subject,
        FactVersions.NotRead,
        new RegisterChange.OfAcknowledgement(disclosure.Row.Delivery, Receipt, Given.Instant),
        default);

    private async Task<StoredDisclosure> FindAsync(Guid id) =>
        (await Disclosures.FindAsync(Given.HolderOrganisation, id, default)).Disclosure.ShouldNotBeNull();

    private async Task<List<StoredDisclosure>> OpenAsync(long after) =>
        [.. (await Disclosures.OpenAsync(Barnevern, after, 100, default)).ShouldNotBeNull()];

    private async Task<List<ReconciledLine>> ReconcileAsync(ServiceAddress party, DisclosureSide side) =>
        [.. (await Disclosures.ReconcileAsync(new ReconcileQuery(party, side, Given.Instant, Given.Instant.AddDays(1)), default)).ShouldNotBeNull()];

    private async Task<List<StoredDisclosure>> UnansweredAsync() =>
    [
        .. (await Disclosures.UnansweredAsync(
            new OverdueQuery(Barnevern, DisclosureSide.Receiver, Given.Instant.AddDays(1), DateTimeOffset.UnixEpoch, Guid.Empty, 10), default))
            .ShouldNotBeNull(),
    ];

    private async Task<List<StoredDisclosure>> OverdueAsync(ServiceAddress party, DisclosureSide side, DateTimeOffset before) =>
    [
        .. (await Disclosures.OverdueAsync(
            new OverdueQuery(party, side, before, DateTimeOffset.UnixEpoch, Guid.Empty, 10), default)).ShouldNotBeNull(),
    ];
}
