using System.Text;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Files;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>What disclosures, tasks and orders keep on a child, and what is left of it when the keys of its entries are destroyed.</summary>
public abstract class SealedRegisterContract : StoreContract
{
    private static readonly ServiceAddress School = new(Given.HolderOrganisation, string.Empty, Service.PrimarySchool);
    private static readonly ServiceAddress Barnevern = new(Given.ReceiverOrganisation, string.Empty, Service.Barnevern);
    private static readonly SubjectKey Nobody = new(null, "keeper");
    private static readonly byte[] Receipt = Encoding.UTF8.GetBytes("journal-77");

    private StoreKeys Keys => StoreKeys.Load(Path.Combine(Store.KeyFolder, DataFiles.StoreKeys));

    /// <summary>INVARIANT: what a register keeps on a child is readable no longer than the entry that tells of it.</summary>
    [StoreFact]
    public async Task Destroy_WhatTheRegistersKeep_IsReadableNoLongerAndToldAsDestroyed()
    {
        var mine = await EndedAsync(1);
        var others = await EndedAsync(2);
        (await TextsAsync(mine)).ShouldBe(["content", "outcome", "whom", "given by", "ordered", "informed by"]);

        await DestroyAsync(child: 1);

        (await TextsAsync(mine)).ShouldAllBe(text => text.Length == 0);
        (await DestroyedAsync(mine)).ShouldBe((true, true, true));
        (await TextsAsync(others)).ShouldBe(["content", "outcome", "whom", "given by", "ordered", "informed by"]);
        (await DestroyedAsync(others)).ShouldBe((false, false, false));
        var left = (await Store.Disclosures.FindDeliveryAsync(mine.Delivery, default)).Disclosure.ShouldNotBeNull();
        (left.Row.State, left.Row.Sender, left.Row.Receiver, left.Destroyed).ShouldBe((DisclosureState.Acknowledged, School, Barnevern, true));
        left.ReceiverReceipt!.Value.ToArray().ShouldBe(Receipt);
        (await ListedAsync()).ShouldBe((2, 2, 2, 2));
        await ShouldVerifyAsync();
    }

    /// <summary>A key of the same name that comes later opens nothing of what was destroyed, and hinders no reading of it.</summary>
    [StoreFact]
    public async Task Destroy_ThenTheChildGetsANewKey_WhatWasDestroyedStaysSo()
    {
        var before = await EndedAsync(1);
        await DestroyAsync(child: 1);

        var after = await EndedAsync(1);

        (await DestroyedAsync(before)).ShouldBe((true, true, true));
        (await TextsAsync(after)).ShouldBe(["content", "outcome", "whom", "given by", "ordered", "informed by"]);
        (await ListedAsync()).ShouldBe((2, 2, 2, 2));
        await DestroyAsync(child: 1);
        (await DestroyedAsync(after)).ShouldBe((true, true, true));
    }

    /// <summary>INVARIANT: a key that seals what is still owed is not destroyed.</summary>
    [StoreFact]
    public async Task Destroy_StillOwed_KeepsTheKeyUntilItIsReceivedOrEnded()
    {
        var disclosure = Disclosure();
        await RecordAsync(1, new RegisterChange.OfDisclosure(disclosure));
        var task = Task();
        await RecordAsync(2, new RegisterChange.OfHandTask(task));
        var order = Order();
        await RecordAsync(3, new RegisterChange.OfOrder(order));
        (await CountAsync(child: null)).ShouldBe(new KeyCount(0, 0, 3));

        var ordered = await DestroyAsync(child: null);

        (await Store.Retention.DestructionsOfAsync(ordered.Id, default)).ShouldHaveSingleItem().Owed.ShouldBe(3);
        var open = (await Store.Disclosures.OpenAsync(Barnevern, 0, 10, default)).ShouldNotBeNull().ShouldHaveSingleItem();
        (Text(open.Row.Content), open.Destroyed).ShouldBe(("content", false));
        Text((await Store.HandTasks.FindAsync(task.Id, default)).Task!.Row.Content).ShouldBe("whom");
        Text((await Store.Orders.FindAboutAsync(order.Id, Given.Child(3), default)).Order!.Row.Content).ShouldBe("ordered");

        await AcknowledgeAsync(open);
        (await CountAsync(child: null)).ShouldBe(new KeyCount(1, 0, 2));
        await EndAsync(2, task);
        await InformAsync(3, order);
        (await CountAsync(child: null)).ShouldBe(new KeyCount(2, 0, 1));
        (await CountAsync(child: null, Given.Instant.AddDays(8))).ShouldBe(new KeyCount(3, 0, 0));
        await WithdrawAsync(3, order);
        (await CountAsync(child: null)).ShouldBe(new KeyCount(3, 0, 0));
        await DestroyAsync(child: null);
        (await DestroyedAsync(new Kept(disclosure.Id, disclosure.Delivery, task.Id, order.Id))).ShouldBe((true, true, true));
    }

    /// <summary>An order that is out of force is still owed while its parties are to be told of it.</summary>
    [StoreFact]
    public async Task Destroy_OrderOutOfForce_WaitsForItsNotice()
    {
        var order = Order() with { To = Given.Today.AddDays(-1) };
        await RecordAsync(1, new RegisterChange.OfOrder(order));
        (await CountAsync(child: 1)).ShouldBe(new KeyCount(0, 0, 1));

        await InformAsync(1, order);

        (await CountAsync(child: 1)).ShouldBe(new KeyCount(1, 0, 0));
    }

    /// <summary>
    /// A key that somebody removed behind the store's back: what is open is still told, and still ends. How it ended stands under the key
    /// that the child has got since.
    /// </summary>
    [StoreFact]
    public async Task Read_KeyIsGoneWhileSomethingIsOpen_IsToldAsDestroyedAndEndsAllTheSame()
    {
        var disclosure = Disclosure();
        await RecordAsync(1, new RegisterChange.OfDisclosure(disclosure));
        var task = Task();
        await RecordAsync(1, new RegisterChange.OfHandTask(task));
        var order = Order();
        await RecordAsync(1, new RegisterChange.OfOrder(order));
        await Store.OutsideAsync("DELETE FROM entry_key");
        var next = Disclosure();
        await RecordAsync(1, new RegisterChange.OfDisclosure(next));

        var open = (await Store.Disclosures.OpenAsync(Barnevern, 0, 10, default)).ShouldNotBeNull();
        open.Select(one => (one.Row.Id, one.Destroyed)).ShouldBe([(disclosure.Id, true), (next.Id, false)]);
        await AcknowledgeAsync(open[0]);
        await EndAsync(1, task);
        await InformAsync(1, order);

        var kept = new Kept(disclosure.Id, disclosure.Delivery, task.Id, order.Id);
        (await DestroyedAsync(kept)).ShouldBe((true, true, true));
        (await TextsAsync(kept)).ShouldBe(["", "", "", "given by", "", "informed by"]);
        (await Store.HandTasks.FindAsync(task.Id, default)).Task!.Closing!.Outcome.ShouldBe(HandTaskOutcome.Given);
    }

    /// <summary>Rows that an earlier version sealed under an organisation's key alone open until the key of their entry is destroyed.</summary>
    [StoreFact]
    public async Task Read_RowsSealedForOrganisationsAlone_OpenUntilTheirEntrysKeyIsDestroyed()
    {
        var kept = await EndedAsync(1);
        await MakeOlderAsync(kept);
        (await TextsAsync(kept)).ShouldBe(["older content", "older outcome", "older whom", "older given by", "older ordered", "older informed by"]);
        (await DestroyedAsync(kept)).ShouldBe((false, false, false));

        await DestroyAsync(child: 1);

        (await DestroyedAsync(kept)).ShouldBe((true, true, true));
        (await TextsAsync(kept)).ShouldAllBe(text => text.Length == 0);
    }

    /// <summary>Rows whose key was destroyed before rows went with it, or never was, are destroyed by its name.</summary>
    [StoreFact]
    public async Task Destroy_OlderRowsWhoseKeyIsNotThere_AreFoundByItsNameAndGo()
    {
        var kept = await EndedAsync(1);
        await MakeOlderAsync(kept);
        await Store.OutsideAsync("DELETE FROM entry_key");
        (await CountAsync(child: 1)).ShouldBe(new KeyCount(1, 0, 0));
        (await CountAsync(child: 2)).ShouldBe(new KeyCount(0, 0, 0));
        var hold = new LegalHold(Guid.NewGuid(), Scope(child: 1), "claim", "case-9", "keeper-1", Given.Instant);
        await KeepAsync(new RegisterChange.OfHold(hold));
        (await CountAsync(child: 1)).ShouldBe(new KeyCount(0, 1, 0));
        await KeepAsync(new RegisterChange.OfHoldLifted(hold.Id, new HoldLifting("keeper-2", Given.Instant, "settled")));

        await DestroyAsync(child: 1);

        (await DestroyedAsync(kept)).ShouldBe((true, true, true));
        (await CountAsync(child: 1)).ShouldBe(new KeyCount(0, 0, 0));
    }

    /// <summary>Rows from before entries had keys of their own go with the person's own key, under every number the person had.</summary>
    [StoreFact]
    public async Task Destroy_APersonsOwnKey_TakesOlderRowsWithIt()
    {
        var kept = await EndedAsync(1);
        await MakeOlderAsync(kept);
        await Store.OutsideAsync("DELETE FROM entry_key");
        await Store.Registrar.AppendWishAsync(Given.Consent(Guid.NewGuid(), child: 5, giver: 1), default);
        await Store.Registrar.ReplaceNumberAsync(People.Number(1), People.Number(9), Given.Instant, default);
        (await DestroyedAsync(kept)).ShouldBe((false, false, false));

        await FollowAsync(new KeyScope(Given.Child(9), string.Empty, Known<Service>.Unknown, 0, KeyScope.Forever));

        (await DestroyedAsync(kept)).ShouldBe((true, true, true));
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static DisclosureRow Disclosure() => new()
    {
        Id = Guid.NewGuid(),
        Delivery = Guid.NewGuid(),
        Sender = School,
        Receiver = Barnevern,
        Ground = 1,
        SubmittedAt = Given.Instant,
        Content = Bytes("content"),
        Outcome = Bytes("outcome"),
    };

    private static HandTaskRow Task() => new()
    {
        Id = Guid.NewGuid(),
        Holder = School,
        Receiver = Barnevern,
        Cells = CellSet.Of(Cell.GradedAddress),
        Request = Guid.NewGuid(),
        OpenedAt = Given.Instant,
        DueAt = Given.Instant.AddHours(2),
        Content = Bytes("whom"),
    };

    private static OrderRow Order() => new()
    {
        Id = Guid.NewGuid(),
        Issuer = Barnevern,
        Addressee = School,
        From = Given.Today.AddDays(-7),
        To = Given.Today.AddDays(7),
        RegisteredAt = Given.Instant,
        Content = Bytes("ordered"),
    };

    // A disclosure that was received, a task that was given and an order that was withdrawn, all about one child.
    private async Task<Kept> EndedAsync(int child)
    {
        var (disclosure, task, order) = (Disclosure(), Task(), Order());
        await RecordAsync(child, new RegisterChange.OfDisclosure(disclosure) { With = [new RegisterChange.OfHandTask(task)] });
        await RecordAsync(child, new RegisterChange.OfOrder(order));
        await AcknowledgeAsync((await Store.Disclosures.FindDeliveryAsync(disclosure.Delivery, default)).Disclosure.ShouldNotBeNull());
        await EndAsync(child, task);
        await InformAsync(child, order);
        await WithdrawAsync(child, order);
        return new Kept(disclosure.Id, disclosure.Delivery, task.Id, order.Id);
    }

    private Task AcknowledgeAsync(StoredDisclosure open) =>
        RecordAsync(open.Subject, new RegisterChange.OfAcknowledgement(open.Row.Delivery, Receipt, Given.Instant), FactVersions.NotRead);

    private Task EndAsync(int child, HandTaskRow task) => RecordAsync(
        Given.Child(child),
        new RegisterChange.OfHandTaskClosing(
            task.Id, task.Holder.Organisation, new HandTaskClosing(HandTaskOutcome.Given, Given.Instant, Given.Instant, Bytes("given by"))),
        FactVersions.NotRead);

    private Task InformAsync(int child, OrderRow order) => RecordAsync(child, Change(order, 1, OrderNotice.Informed, "informed by"));

    private Task WithdrawAsync(int child, OrderRow order) => RecordAsync(child, Change(order, 2, notice: null, string.Empty));

    private static RegisterChange.OfOrderChange Change(OrderRow order, int seen, OrderNotice? notice, string content) =>
        new(new OrderChange(order.Id, seen, notice, Given.Instant, Bytes(content)), order.Issuer.Organisation);

    private async Task RecordAsync(int child, RegisterChange change) =>
        await RecordAsync(Given.Child(child), change, (await GatherAsync(child)).Versions);

    private async Task RecordAsync(SubjectKey subject, RegisterChange change, FactVersions versions) =>
        (await Store.Audit.RecordAsync(Given.Draft(), subject, versions, change, default))
            .ShouldBeOfType<AppendResult.Stored>(string.Join(", ", Store.Faults));

    private static KeyScope Scope(int? child) => new(
        child is { } one ? Given.Child(one) : null, Given.HolderOrganisation, Given.Holder.Service, Given.Today.Year, Given.Today.Year);

    private Task<KeyCount> CountAsync(int? child, DateTimeOffset? at = null) =>
        Store.Retention.CountAsync(Scope(child), at ?? Given.Instant, default);

    private Task<DestructionOrder> DestroyAsync(int? child) => FollowAsync(Scope(child));

    private async Task<DestructionOrder> FollowAsync(KeyScope scope)
    {
        var order = new DestructionOrder(Guid.NewGuid(), scope, "arkivlova § 12", "case-8", "keeper-1", Given.Instant);
        await KeepAsync(new RegisterChange.OfDestructionOrder(order));
        await KeepAsync(new RegisterChange.OfDestruction(order.Id, "keeper-2", Given.Instant, 100));
        return order;
    }

    private async Task KeepAsync(RegisterChange change)
    {
        var draft = Given.Draft();
        var elsewhere = draft with
        {
            Public = draft.Public with { Holder = Given.Holder with { Organisation = People.Organisation(3) }, Kind = EntryKind.KeysDestroyed },
        };
        (await Store.Audit.RecordAsync(elsewhere, Nobody, FactVersions.NotRead, change, default))
            .ShouldBeOfType<AppendResult.Stored>(string.Join(", ", Store.Faults));
    }

    private async Task<string[]> TextsAsync(Kept kept)
    {
        var disclosure = (await Store.Disclosures.FindAsync(School.Organisation, kept.Disclosure, default)).Disclosure.ShouldNotBeNull();
        var task = (await Store.HandTasks.FindAsync(kept.Task, default)).Task.ShouldNotBeNull();
        var order = (await Store.Orders.FindAsync(kept.Order, default)).Order.ShouldNotBeNull();
        ReadOnlyMemory<byte>[] parts =
        [
            disclosure.Row.Content, disclosure.Row.Outcome, task.Row.Content, task.Closing!.Content, order.Row.Content,
            order.NoticeContent.ShouldNotBeNull(),
        ];
        return Array.ConvertAll(parts, Text);
    }

    private async Task<(bool Disclosure, bool Task, bool Order)> DestroyedAsync(Kept kept) => (
        (await Store.Disclosures.FindAsync(School.Organisation, kept.Disclosure, default)).Disclosure.ShouldNotBeNull().Destroyed,
        (await Store.HandTasks.FindAsync(kept.Task, default)).Task.ShouldNotBeNull().Destroyed,
        (await Store.Orders.FindAsync(kept.Order, default)).Order.ShouldNotBeNull().Destroyed);

    // How long the lists are that what was destroyed still stands in.
    private async Task<(int Unanswered, int Reconciled, int Tasks, int Orders)> ListedAsync()
    {
        var all = new OverdueQuery(Barnevern, DisclosureSide.Receiver, Given.Instant.AddDays(1), DateTimeOffset.UnixEpoch, Guid.Empty, 10);
        var reconciled = await Store.Disclosures.ReconcileAsync(
            new ReconcileQuery(School, DisclosureSide.Sender, Given.Instant, Given.Instant.AddDays(1)), default);
        var tasks = new HandTaskQuery(School, Open: false, Given.Instant.AddYears(1), DateTimeOffset.UnixEpoch, Guid.Empty, 10);
        var orders = new OrderQuery(Barnevern, AsIssuer: true, InForceOn: null, ToInform: false, Guid.Empty, 10);
        return (
            (await Store.Disclosures.UnansweredAsync(all, default)).ShouldNotBeNull().Length,
            (int)reconciled.ShouldNotBeNull().ShouldHaveSingleItem().Proven,
            (await Store.HandTasks.ListAsync(tasks, default)).ShouldNotBeNull().Length,
            (await Store.Orders.ListAsync(orders, default)).ShouldNotBeNull().Length);
    }

    // As an earlier version wrote it.
    private async Task MakeOlderAsync(Kept kept)
    {
        var disclosures = new OrganisationSealer(Keys, "taushet.disclosure.v1");
        var tasks = new OrganisationSealer(Keys, "taushet.hand-task.v1");
        var orders = new OrganisationSealer(Keys, "taushet.order.v1");
        await Store.RewriteAsync(
            "disclosure",
            $"content = {Box(disclosures, "older content", Barnevern, kept.Delivery, 1)}, "
            + $"outcome = {Box(disclosures, "older outcome", School, kept.Delivery, 2)}, sealing = 1");
        await Store.RewriteAsync(
            "hand_task",
            $"content = {Box(tasks, "older whom", School, kept.Task, 1)}, closing = {Box(tasks, "older given by", School, kept.Task, 2)}, sealing = 1");
        await Store.RewriteAsync(
            "official_order",
            $"content = {Box(orders, "older ordered", Barnevern, kept.Order, 1)}, "
            + $"notice_content = {Box(orders, "older informed by", Barnevern, kept.Order, 2)}, sealing = 1");
    }

    private string Box(OrganisationSealer sealer, string text, ServiceAddress whose, Guid id, byte part) =>
        Store.Literal(sealer.Seal(Bytes(text), whose.Organisation, id, part));

    private sealed record Kept(Guid Disclosure, Guid Delivery, Guid Task, Guid Order);
}
