using System.Text;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>What is kept is kept by keys: a destroyed key takes its entries' private parts with it, and no proof.</summary>
public abstract class RetentionContract : StoreContract
{
    private const int Most = 1000;
    private const string Employee = "employee-7";
    private static readonly PartyRef OtherService = Given.Holder with { Service = Service.Kindergarten };
    private static readonly PartyRef OtherHolder = Given.Holder with { Organisation = People.Organisation(3) };
    private static readonly SubjectKey Nobody = new(null, "keeper");

    private IRetention Retention => Store.Retention;

    /// <summary>INVARIANT: entries are sealed under the key of their subject, holder's service and calendar year, and of no other.</summary>
    [StoreFact]
    public async Task Destroy_OneServiceAndYear_UnlinksThoseEntriesAndNoOthers()
    {
        await AppendAsync(1, Given.Holder, 2025);
        await AppendAsync(1, Given.Holder, 2026);
        await AppendAsync(1, OtherService, 2025);
        await AppendAsync(1, OtherHolder, 2025);
        await AppendAsync(2, Given.Holder, 2025);
        await FillAsync();
        var scope = Scope(child: null, 2025);
        (await Retention.CountAsync(scope, default)).ShouldBe(new KeyCount(2, 0));

        await DestroyAsync(scope);

        (await SealedAsync()).Take(5).ShouldBe([false, true, true, true, false]);
        (await Retention.CountAsync(scope, default)).ShouldBe(new KeyCount(0, 0));
        (await FoundAsync(1)).ShouldBe([1, 2, 3]);
        (await FoundAsync(2)).ShouldBeEmpty();
        await ShouldVerifyAsync();
    }

    [StoreFact]
    public async Task Destroy_AChildWhole_UnlinksAllOfItUnderEveryNumberItHad()
    {
        await AppendAsync(1, Given.Holder, 2025);
        await Store.Registrar.ReplaceNumberAsync(People.Number(1), People.Number(9), Given.Instant, default);
        await AppendAsync(9, OtherHolder, 2026);
        await AppendAsync(2, Given.Holder, 2026);
        await FillAsync();
        (await FoundAsync(9)).ShouldBe([0, 1]);

        await DestroyAsync(new KeyScope(Given.Child(1), string.Empty, Known<Service>.Unknown, 0, KeyScope.Forever));

        (await SealedAsync()).Take(3).ShouldBe([false, false, true]);
        (await FoundAsync(9)).ShouldBeEmpty();
        (await FoundAsync(1)).ShouldBeEmpty();
        await ShouldVerifyAsync();
    }

    /// <summary>INVARIANT: what a destroyed key sealed is in the index no more: not as details, and not as what it is found by.</summary>
    [StoreFact]
    public async Task Destroy_WhatTheIndexTold_IsForgottenByIt()
    {
        await AppendAsync(1, Given.Holder, 2026);
        await FillAsync();
        var keys = Store.Index.Keys;
        IndexKey[] sealedKeys =
        [
            keys.Person(Given.ReceiverOrganisation, Employee),
            keys.Case(Given.ReceiverOrganisation, "case-12"),
            keys.Mark(Given.HolderOrganisation, IndexedMarks.GradedAddress),
            .. await Store.Index.KeysOfAsync(Given.Child(1), default),
        ];
        sealedKeys.Length.ShouldBe(4);
        foreach (var key in sealedKeys)
        {
            (await UnderAsync(key)).ShouldHaveSingleItem();
        }

        await DestroyAsync(Scope(child: null, 2026));
        await FillAsync();

        foreach (var key in sealedKeys)
        {
            (await UnderAsync(key)).ShouldBeEmpty();
        }

        var left = (await UnderAsync(keys.Party(Given.HolderOrganisation, Given.Holder.Service))).First(one => one.Index == 0);
        left.Details.Person.ShouldBeEmpty();
        left.Details.Case.ShouldBeEmpty();
        left.Details.Marks.ShouldBe(IndexedMarks.Unlinked);
        left.Details.Rules.ShouldBe(["hpl-33-report"]);
        (await Retention.DestroyedAsync([left.Subject], default))[left.Subject].Basis.ShouldBe("arkivlova § 12");
    }

    [StoreFact]
    public async Task Destroy_ThenReindexed_IsTheSame()
    {
        await AppendAsync(1, Given.Holder, 2026);
        await FillAsync();
        await DestroyAsync(Scope(child: null, 2026));

        await Store.Projector.ResetAsync(default);
        await FillAsync();

        var entry = (await UnderAsync(Store.Index.Keys.Party(Given.HolderOrganisation, Given.Holder.Service))).First(one => one.Index == 0);
        entry.Details.Marks.ShouldBe(IndexedMarks.Unlinked);
        (await FoundAsync(1)).ShouldBeEmpty();
    }

    /// <summary>INVARIANT: an entry never brings back a key that has been destroyed.</summary>
    [StoreFact]
    public async Task Destroy_WhileEntriesOfTheSameKeyAreAppended_NeverBringsThatKeyBack()
    {
        await AppendAsync(1, Given.Holder, 2026);
        var order = await OrderAsync(Scope(child: null, 2026));
        using var ended = new CancellationTokenSource();
        var appending = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!ended.IsCancellationRequested)
            {
                await AppendAsync(1, Given.Holder, 2026);
            }
        })).ToList();
        for (var n = 0; n < 5; n++)
        {
            await FollowAsync(order);
        }

        await ended.CancelAsync();
        await Task.WhenAll(appending);
        await AppendAsync(1, Given.Holder, 2026);

        var stored = await AllAsync(Store.Trail.ReadAsync(default));
        stored[0].Sealed.ShouldBeNull();
        stored[^1].Sealed.ShouldNotBeNull();
        var destroyed = (await Retention.DestructionsOfAsync(order.Id, default)).Sum(one => one.Keys);
        destroyed.ShouldBeGreaterThan(0);
        await ShouldVerifyAsync();
    }

    /// <summary>
    /// INVARIANT: nothing is put into the index before it has followed every destruction that was committed when the step began.
    /// </summary>
    [StoreFact]
    public async Task Step_WhileKeysAreDestroyed_NothingOfThemStaysInTheIndex()
    {
        var order = await OrderAsync(Scope(child: null, 2026));
        using var ended = new CancellationTokenSource();
        var projecting = Task.Run(async () =>
        {
            while (!ended.IsCancellationRequested)
            {
                await Store.Projector.StepAsync(7, default);
            }
        });
        for (var n = 0; n < 30; n++)
        {
            await AppendAsync((n % 3) + 1, Given.Holder, 2026);
            if (n % 5 == 4)
            {
                await FollowAsync(order);
            }
        }

        await ended.CancelAsync();
        await projecting;
        await FillAsync();
        await Store.Projector.StepAsync(7, default);

        var indexed = (await UnderAsync(Store.Index.Keys.Party(Given.HolderOrganisation, Given.Holder.Service))).ToList();
        indexed.Count.ShouldBe(30);
        indexed.ShouldAllBe(entry => entry.Details.Marks == IndexedMarks.Unlinked && entry.Details.Person.Length == 0);
        (await UnderAsync(Store.Index.Keys.Person(Given.ReceiverOrganisation, Employee))).ShouldBeEmpty();
    }

    /// <summary>INVARIANT: a key under a legal hold is not destroyed.</summary>
    [StoreFact]
    public async Task Destroy_UnderAHold_LeavesWhatIsHeldUntilItIsLifted()
    {
        await AppendAsync(1, Given.Holder, 2026);
        await AppendAsync(2, Given.Holder, 2026);
        var hold = new LegalHold(Guid.NewGuid(), Scope(child: 1, 2026), "claim", "case-9", "keeper-1", Given.Instant);
        await RecordAsync(new RegisterChange.OfHold(hold));
        (await Retention.CountAsync(Scope(child: null, 2026), default)).ShouldBe(new KeyCount(1, 1));

        await DestroyAsync(Scope(child: null, 2026));
        (await SealedAsync()).Take(2).ShouldBe([true, false]);
        (await Retention.HoldsAsync(Given.HolderOrganisation, default)).ShouldHaveSingleItem().Reason.ShouldBe("claim");
        (await Retention.HoldsAsync(People.Organisation(7), default)).ShouldBeEmpty();

        var lifting = new HoldLifting("keeper-2", Given.Instant, "settled");
        await RecordAsync(new RegisterChange.OfHoldLifted(hold.Id, lifting));
        (await Retention.FindHoldAsync(hold.Id, default))!.Lifted.ShouldBe(lifting);
        (await TryRecordAsync(new RegisterChange.OfHoldLifted(hold.Id, lifting))).ShouldBeOfType<AppendResult.FactsChanged>();
        await DestroyAsync(Scope(child: null, 2026));
        (await SealedAsync()).Take(2).ShouldBe([false, false]);
    }

    [StoreFact]
    public async Task Count_AHoldOnAnotherHolderYearOrChild_HoldsNothingHere()
    {
        await AppendAsync(1, Given.Holder, 2026);
        foreach (var elsewhere in new[]
        {
            Scope(child: 2, 2026), Scope(child: 1, 2025), Scope(child: 1, 2026) with { Holder = OtherHolder.Organisation },
            Scope(child: 1, 2026) with { Service = OtherService.Service },
        })
        {
            await RecordAsync(new RegisterChange.OfHold(
                new LegalHold(Guid.NewGuid(), elsewhere, "claim", "case-9", "keeper-1", Given.Instant)));
        }

        (await Retention.CountAsync(Scope(child: 1, 2026), default)).ShouldBe(new KeyCount(1, 0));

        await RecordAsync(new RegisterChange.OfHold(new LegalHold(
            Guid.NewGuid(), new KeyScope(null, string.Empty, Known<Service>.Unknown, 0, KeyScope.Forever), "all", "c", "k", Given.Instant)));
        (await Retention.CountAsync(Scope(child: 1, 2026), default)).ShouldBe(new KeyCount(0, 1));
    }

    [StoreFact]
    public async Task Destroy_MoreThanOnceAtATime_TakesSoManyAndTheRestNext()
    {
        for (var child = 1; child <= 5; child++)
        {
            await AppendAsync(child, Given.Holder, 2026);
        }

        var order = await OrderAsync(Scope(child: null, 2026));
        await FollowAsync(order, most: 3);
        (await Retention.CountAsync(order.Scope, default)).ShouldBe(new KeyCount(2, 0));
        await FollowAsync(order, most: 3);

        (await Retention.DestructionsOfAsync(order.Id, default)).Select(one => one.Keys).ShouldBe([3, 2]);
        (await TryRecordAsync(new RegisterChange.OfDestruction(Guid.NewGuid(), "k", Given.Instant, Most)))
            .ShouldBeOfType<AppendResult.FactsChanged>();
    }

    [StoreFact]
    public async Task Destroy_ARequestThatWaits_GoesWithItsKey()
    {
        var mine = await PutAsync(1);
        var others = await PutAsync(2);
        (await Store.Inbox.FindAsync(mine, default)).Request!.Content.ToArray().ShouldBe("asked"u8.ToArray());
        var given = new InboxChange(InboxState.Given, Given.Instant, "answer"u8.ToArray());
        var read = (await Store.Inbox.FindAsync(mine, default)).Request.ShouldNotBeNull();
        (await TryRecordAsync(new RegisterChange.OfInbox(read, given))).ShouldBeOfType<AppendResult.Stored>();
        (await Store.Inbox.FindAsync(mine, default)).Request!.Answer!.Value.ToArray().ShouldBe("answer"u8.ToArray());

        await DestroyAsync(Scope(child: 1, Given.Today.Year));

        (await Store.Inbox.FindAsync(mine, default)).ShouldBe(new InboxLookup(Available: true, Request: null));
        (await Store.Inbox.FindAsync(others, default)).Request.ShouldNotBeNull();
    }

    private static KeyScope Scope(int? child, int year) => new(
        child is { } one ? Given.Child(one) : null, Given.HolderOrganisation, Given.Holder.Service, year, year);

    private static EntryDraft Draft(PartyRef holder, int year)
    {
        var draft = Given.Draft($"snapshot.v1\nage 9\ngrading {Codes<Grading>.Of(Grading.Confidential)}\nhidden-address no\n");
        return draft with
        {
            Public = draft.Public with { Holder = holder, LawDate = new DateOnly(year, 5, 1) },
            Holder = draft.Holder with { Decision = "decision.v1\nasked ATT\nmust ATT\nrule hpl-33-report ATT\n" },
            Sealed = draft.Sealed with { ActingPerson = $"{Employee}\nteacher" },
        };
    }

    private async Task AppendAsync(int child, PartyRef holder, int year) => (await Store.Audit.AppendAsync(
        Draft(holder, year), Given.Child(child), holder.Organisation, FactVersions.NotRead, default)).ShouldBeOfType<AppendResult.Stored>();

    private async Task<Guid> PutAsync(int child)
    {
        var request = new InboxRequest
        {
            Handle = Guid.NewGuid(),
            Receiver = Given.ReceiverOrganisation,
            Holder = Given.HolderOrganisation,
            HolderUnit = string.Empty,
            HolderService = Given.Holder.Service,
            Subject = Given.Child(child),
            Waiting = true,
            AskedAt = Given.Instant,
            Until = Given.Instant.AddDays(10),
            Content = Encoding.UTF8.GetBytes("asked"),
        };
        (await Store.Inbox.PutAsync(request, Most, default)).ShouldBe(InboxWrite.Stored);
        return request.Handle;
    }

    private async Task DestroyAsync(KeyScope scope)
    {
        await FollowAsync(await OrderAsync(scope));
        await FillAsync();
    }

    private async Task<DestructionOrder> OrderAsync(KeyScope scope)
    {
        var order = new DestructionOrder(Guid.NewGuid(), scope, "arkivlova § 12", "case-8", "keeper-1", Given.Instant);
        await RecordAsync(new RegisterChange.OfDestructionOrder(order));
        (await Retention.FindOrderAsync(order.Id, default))!.Basis.ShouldBe(order.Basis);
        return order;
    }

    private Task FollowAsync(DestructionOrder order, int most = Most) =>
        RecordAsync(new RegisterChange.OfDestruction(order.Id, "keeper-2", Given.Instant, most));

    private async Task RecordAsync(RegisterChange change) => (await TryRecordAsync(change)).ShouldBeOfType<AppendResult.Stored>();

    private Task<AppendResult> TryRecordAsync(RegisterChange change)
    {
        var draft = Given.Draft();
        draft = draft with
        {
            Public = draft.Public with { Holder = OtherHolder, Kind = EntryKind.KeysDestroyed },
            Sealed = new SealedPart("keeper-1\nkeeper", "case-8", string.Empty),
        };
        return Store.Audit.RecordAsync(draft, Nobody, FactVersions.NotRead, change, default);
    }

    private async Task FillAsync()
    {
        while ((await Store.Projector.StepAsync(100, default)).Behind > 0)
        {
            await Task.Delay(1);
        }
    }

    // Whether each entry's sealed part opens, in the order of the log.
    private async Task<List<bool>> SealedAsync() =>
        [.. (await AllAsync(Store.Trail.ReadAsync(default))).Select(entry => entry.Sealed is not null)];

    private async Task<List<long>> FoundAsync(int child)
    {
        var keys = await Store.Index.KeysOfAsync(Given.Child(child), default);
        var state = await Store.Index.StateAsync(default);
        var range = new IndexRange(state.Generation, keys, 0, long.MaxValue, state.Newest, After: null, OldestFirst: true);
        return keys.IsEmpty ? [] : [.. (await Store.Index.ReadAsync(range, 100, default)).Select(entry => entry.Index)];
    }

    private async Task<IReadOnlyList<IndexedEntry>> UnderAsync(IndexKey key)
    {
        var state = await Store.Index.StateAsync(default);
        var range = new IndexRange(state.Generation, [key], 0, long.MaxValue, state.Newest, After: null, OldestFirst: true);
        return await Store.Index.ReadAsync(range, 100, default);
    }
}
