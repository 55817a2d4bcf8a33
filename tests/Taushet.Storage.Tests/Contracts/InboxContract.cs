using System.Text;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

public abstract class InboxContract : StoreContract
{
    private const int Most = 1000;

    private IInbox Inbox => Store.Inbox;

    [StoreFact]
    public async Task FindAsync_RequestThatWasPut_IsAsItWas()
    {
        var request = Request(1);

        (await Inbox.PutAsync(request, Most, default)).ShouldBe(InboxWrite.Stored);

        var found = await FindAsync(request.Handle);
        Text(found.Content).ShouldBe("asked 1");
        (found with { Content = request.Content }).ShouldBe(request);
        (await Inbox.FindAsync(Guid.NewGuid(), default)).ShouldBe(new InboxLookup(Available: true, Request: null));
    }

    [StoreFact]
    public async Task RecordAsync_VersionThatWasSeen_ChangesOnceWithItsEntryAndRaisesTheHoldersCounter()
    {
        var request = Request(1);
        await Inbox.PutAsync(request, Most, default);
        var before = await GatherAsync(1);
        var given = new InboxChange(InboxState.Given, Given.Instant, Encoding.UTF8.GetBytes("these"));

        (await ChangeAsync(request, 1, given)).ShouldBeOfType<AppendResult.Stored>();

        (await ChangeAsync(request, 1, given with { State = InboxState.Refused })).ShouldBeOfType<AppendResult.FactsChanged>();
        (await ChangeAsync(Request(2), 1, given)).ShouldBeOfType<AppendResult.FactsChanged>();
        (await Store.Trail.CountAsync(default)).ShouldBe(1);
        var found = await FindAsync(request.Handle);
        (found.State, found.Version, found.ChangedAt, Text(found.Answer!.Value)).ShouldBe((InboxState.Given, 2, Given.Instant, "these"));
        (await AppendAsync(1, before.Versions)).ShouldBeOfType<AppendResult.FactsChanged>();
    }

    [StoreFact]
    public async Task BacklogAsync_WaitingRequests_AreCountedUntilTheyAreAnswered()
    {
        (await BacklogAsync(BacklogKind.HolderInbox)).ShouldBe(new Backlog(BacklogKind.HolderInbox, 0, null, null));
        var (first, second) = (Request(1), Request(2) with { AskedAt = Given.Instant.AddDays(1), Until = Given.Instant.AddDays(15) });
        await Inbox.PutAsync(first, Most, default);
        await Inbox.PutAsync(second, Most, default);
        await Inbox.PutAsync(Request(3, waiting: false), Most, default);

        (await BacklogAsync(BacklogKind.HolderInbox)).ShouldBe(new Backlog(BacklogKind.HolderInbox, 2, first.AskedAt, first.Until));
        await ChangeAsync(first, 1, new InboxChange(InboxState.Refused, Given.Instant));

        (await BacklogAsync(BacklogKind.HolderInbox)).ShouldBe(new Backlog(BacklogKind.HolderInbox, 1, second.AskedAt, second.Until));
    }

    [StoreFact]
    public async Task ClockAsync_IsAClock() =>
        (await Store.Health.ClockAsync(default)).ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(10));

    [StoreFact]
    public async Task PutAsync_DisturbsNobodyUnderWay()
    {
        var before = await GatherAsync(1);

        await Inbox.PutAsync(Request(1), Most, default);

        (await AppendAsync(1, before.Versions)).ShouldBeOfType<AppendResult.Stored>();
    }

    [StoreFact]
    public async Task RecordAsync_WithoutAnAnswer_LeavesTheOneThereIs()
    {
        var request = Request(1);
        await Inbox.PutAsync(request, Most, default);
        await ChangeAsync(request, 1, new InboxChange(InboxState.Given, Given.Instant, Encoding.UTF8.GetBytes("these")));

        await ChangeAsync(request, 2, new InboxChange(InboxState.Withdrawn, Given.Instant));

        Text((await FindAsync(request.Handle)).Answer!.Value).ShouldBe("these");
    }

    [StoreFact]
    public async Task PutAsync_TheMostOfAReceiver_IsFullWhateverBecameOfThem()
    {
        var requests = Enumerable.Range(0, 4).Select(n => Request(n, waiting: n % 2 == 0)).ToList();
        foreach (var request in requests)
        {
            (await Inbox.PutAsync(request, 4, default)).ShouldBe(InboxWrite.Stored);
        }

        (await Inbox.PutAsync(Request(9), 4, default)).ShouldBe(InboxWrite.Full);
        await ChangeAsync(requests[0], 1, new InboxChange(InboxState.Refused, Given.Instant));
        (await Inbox.PutAsync(Request(9), 4, default)).ShouldBe(InboxWrite.Full);
        (await Inbox.PutAsync(Request(9) with { Receiver = Given.HolderOrganisation }, 4, default)).ShouldBe(InboxWrite.Stored);
        await ChangeAsync(requests[1], 1, new InboxChange(InboxState.Withdrawn, Given.Instant));
        (await Inbox.PutAsync(Request(9), 4, default)).ShouldBe(InboxWrite.Stored);
        (await Inbox.PutAsync(Request(9) with { AskedAt = Given.Instant.AddDays(15) }, 4, default)).ShouldBe(InboxWrite.Stored);
    }

    [StoreFact]
    public async Task ListAsync_Pages_HaveWhatWaitsOpenAndInTimeTheOldestFirst()
    {
        var waiting = new List<Guid>();
        for (var n = 0; n < 6; n++)
        {
            var request = Request(n, waiting: n != 3) with { AskedAt = Given.Instant.AddMinutes(-(n / 2)) };
            await Inbox.PutAsync(request, Most, default);
            waiting.Add(request.Handle);
        }

        await Inbox.PutAsync(Request(7) with { HolderUnit = People.Organisation(9) }, Most, default);
        await Inbox.PutAsync(Request(8) with { HolderService = Service.Barnevern }, Most, default);
        await Inbox.PutAsync(Request(9) with { Until = Given.Instant }, Most, default);
        await ChangeAsync(await FindAsync(waiting[4]), 1, new InboxChange(InboxState.Refused, Given.Instant));
        var listed = new List<InboxRequest>();
        for (var page = await PageAsync(null); page.Count > 0; page = await PageAsync(listed[^1]))
        {
            listed.AddRange(page);
        }

        listed.Select(request => request.Handle).ShouldBe([waiting[5], waiting[2], waiting[0], waiting[1]], ignoreOrder: true);
        listed.Select(request => request.AskedAt).ShouldBeInOrder();
        listed.Select(request => Text(request.Content)).ShouldBe(["asked 5", "asked 2", "asked 0", "asked 1"], ignoreOrder: true);
    }

    [StoreFact]
    public async Task OverdueAsync_WhatWaitedAndWasNotAnswered_UntilItIsForgotten()
    {
        var (waited, silent, answered) = (Request(1), Request(2, waiting: false), Request(3));
        foreach (var request in new[] { waited, silent, answered })
        {
            await Inbox.PutAsync(request, Most, default);
        }

        await ChangeAsync(answered, 1, new InboxChange(InboxState.Refused, Given.Instant));

        (await OverdueAsync(waited.Until.AddSeconds(-1))).ShouldBeEmpty();
        (await OverdueAsync(waited.Until)).ShouldHaveSingleItem().Handle.ShouldBe(waited.Handle);
        (await Inbox.ForgetAsync(waited.Until, default)).ShouldBe(0);
        (await Inbox.ForgetAsync(waited.Until.AddSeconds(1), default)).ShouldBe(3);
        (await Inbox.FindAsync(waited.Handle, default)).Request.ShouldBeNull();
    }

    private static InboxRequest Request(int n, bool waiting = true) => new()
    {
        Handle = Guid.NewGuid(),
        Receiver = Given.ReceiverOrganisation,
        Holder = Given.HolderOrganisation,
        HolderUnit = string.Empty,
        HolderService = Service.PrimarySchool,
        Waiting = waiting,
        AskedAt = Given.Instant,
        Until = Given.Instant.AddDays(14),
        Content = Encoding.UTF8.GetBytes($"asked {n}"),
    };

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private Task<AppendResult> ChangeAsync(InboxRequest request, int seen, InboxChange change) => Store.Audit.RecordAsync(
        Given.Draft(), Given.Child(50), FactVersions.NotRead, new RegisterChange.OfInbox(request with { Version = seen }, change), default);

    private async Task<InboxRequest> FindAsync(Guid handle) => (await Inbox.FindAsync(handle, default)).Request.ShouldNotBeNull();

    private async Task<List<InboxRequest>> OverdueAsync(DateTimeOffset now) =>
        [.. (await Inbox.OverdueAsync(now, 10, default)).ShouldNotBeNull()];

    private async Task<List<InboxRequest>> PageAsync(InboxRequest? after)
    {
        var query = new InboxQuery(
            Given.HolderOrganisation,
            string.Empty,
            Service.PrimarySchool,
            Given.Instant,
            after?.AskedAt ?? DateTimeOffset.UnixEpoch,
            after?.Handle ?? Guid.Empty,
            Count: 2);
        return [.. (await Inbox.ListAsync(query, default)).ShouldNotBeNull()];
    }
}
