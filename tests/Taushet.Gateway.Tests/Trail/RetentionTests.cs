using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Signing;
using Taushet.Storage.Trail;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Trail;

public sealed class RetentionTests : IAsyncLifetime
{
    private const string Basis = "arkivlova 2025 § 13; pjl § 25";
    private Auditing audit = null!;
    private RetentionService.RetentionServiceClient retention = null!;

    public async Task InitializeAsync()
    {
        audit = await Auditing.StartAsync();
        retention = new RetentionService.RetentionServiceClient(audit.Gateway.Invoker);
    }

    public async Task DisposeAsync() => await audit.DisposeAsync();

    /// <summary>INVARIANT: no key is destroyed but on an order that another person has confirmed, and with the entry that tells of it.</summary>
    [Fact]
    public async Task Destroy_OrderedByOneAndConfirmedByAnother_LeavesTheEntryItsProofAndItsBasisAlone()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        await audit.PlainAsync(Town.Known, Cell.Attendance);
        (await audit.FoundAsync(Auditing.School(), Auditing.Of(Town.Known))).Count.ShouldBe(2);
        var order = await OrderAsync(Auditing.School(), new RetentionScope { FirstYear = 2026, LastYear = 2026 });
        order.Keys.ShouldBeGreaterThan(0UL);
        order.Held.ShouldBe(0UL);

        (await ConfirmRefusedAsync(order, Auditing.School())).ShouldBe("SAME_PERSON");
        (await audit.FoundAsync(Auditing.School(), Auditing.Of(Town.Known))).Count.ShouldBe(2);

        var done = await ConfirmAsync(order, Second());

        done.Keys.ShouldBeGreaterThan(0UL);
        done.Remaining.ShouldBe(0UL);

        // What psychiatry holds is another controller's, and stays.
        (await audit.FoundAsync(Auditing.School(), Auditing.Of(Town.Known))).Count.ShouldBe(1);
        var entry = (await audit.FoundAsync(Auditing.School(), new EntryFilter { Bases = { V1.Basis.BarnevernOrder } })).ShouldHaveSingleItem();
        entry.DestroyedUnder.ShouldBe(Basis);
        entry.ActingPerson.ShouldBeNull();
        entry.HolderDetails.RuleIds.ShouldContain("bvl-13-4-order");
        var got = await audit.Log.GetEntryAsync(
            new GetEntryRequest { Reader = Auditing.School(), LogId = entry.LogId, Index = entry.Index },
            audit.Tokens.As(Town.School, "auditor"));
        got.LeafHolds.ShouldBeTrue();
        got.Entry.DestroyedUnder.ShouldBe(Basis);
        await VerifyAsync();
    }

    [Fact]
    public async Task Destroy_TheChildsOwnViewAndWhatFindsIt_ForgetIt()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        await Indexed.WaitAsync(audit.Gateway.Store.Index);
        (await OwnAsync()).Lines.ShouldNotBeEmpty();

        await ConfirmAsync(
            await OrderAsync(Auditing.School(), new RetentionScope { FirstYear = 2026, LastYear = 2026 }),
            Second());

        (await OwnAsync()).Lines.ShouldBeEmpty();
        (await audit.FoundAsync(Auditing.School(), new EntryFilter { PersonReference = "employee-7", PersonOrganisation = Town.Barnevern })).ShouldBeEmpty();
        var kinds = (await audit.SearchAsync(Auditing.School())).Entries.Select(entry => entry.Kind).ToList();
        kinds.ShouldContain("destruction-ordered");
        kinds.ShouldContain("keys-destroyed");
        var told = (await audit.SearchAsync(Auditing.School(), new EntryFilter { Kinds = { "keys-destroyed" } })).Entries.ShouldHaveSingleItem();
        (told.ActingPerson.Reference, told.DestroyedUnder).ShouldBe(("controller-2", string.Empty));
    }

    /// <summary>INVARIANT: a key under a legal hold is not destroyed.</summary>
    [Fact]
    public async Task Destroy_UnderAHold_IsRefusedUntilItIsLifted()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        var child = new RetentionScope { Child = Auditing.Of(Town.Known).Child };
        var hold = await retention.PlaceHoldAsync(
            new PlaceHoldRequest { Controller = Auditing.School(), Scope = child, Reason = "a claim for damages" }, Token());
        var held = (await retention.ListHoldsAsync(new ListHoldsRequest { Controller = Auditing.School() }, Token())).Holds.ShouldHaveSingleItem();
        (held.OneChild, held.Reason, held.PlacedBy, held.Reference).ShouldBe((true, "a claim for damages", "auditor-1", "control-7"));
        var order = await OrderAsync(Auditing.School(), child);
        (order.Keys, order.Held).ShouldBe((0UL, 1UL));

        (await ConfirmRefusedAsync(order, Second())).ShouldBe("LEGAL_HOLD");
        var lift = new LiftHoldRequest { Controller = Second(), HoldId = hold.HoldId, Reason = "settled" };
        (await retention.LiftHoldAsync(lift, Token())).Receipt.ShouldNotBeNull();
        (await Auditing.RefusedAsync(async () => await retention.LiftHoldAsync(lift, Token()))).ShouldBe(StatusCode.FailedPrecondition);
        (await ConfirmAsync(order, Second())).Keys.ShouldBe(1UL);
    }

    [Fact]
    public async Task Orders_OfAnotherHolder_AreNotFound()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        var order = await OrderAsync(Auditing.School(), new RetentionScope());
        var hold = await retention.PlaceHoldAsync(
            new PlaceHoldRequest { Controller = Auditing.School(), Reason = "r" }, Token());
        var other = Auditing.Barnevern();

        (await Auditing.RefusedAsync(async () => await retention.ConfirmDestructionAsync(
            new ConfirmDestructionRequest { Controller = other, OrderId = order.OrderId }, Token(Town.Barnevern)))).ShouldBe(StatusCode.NotFound);
        (await Auditing.RefusedAsync(async () => await retention.LiftHoldAsync(
            new LiftHoldRequest { Controller = other, HoldId = hold.HoldId, Reason = "r" }, Token(Town.Barnevern)))).ShouldBe(StatusCode.NotFound);
        (await Auditing.RefusedAsync(async () => await retention.ConfirmDestructionAsync(
            new ConfirmDestructionRequest { Controller = Auditing.School(), OrderId = order.OrderId }, Token(Town.Barnevern))))
            .ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Orders_Malformed_AreRefusedFieldByField()
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await retention.OrderDestructionAsync(
            new OrderDestructionRequest
            {
                Controller = Auditing.School(),
                Scope = new RetentionScope { FirstYear = 2026, LastYear = 2025 },
                Basis = $"child {Town.Known}",
            },
            Token()));

        Details.Violations(error).ShouldBe(["basis", "scope.first_year"], ignoreOrder: true);
        error.ToString().ShouldNotContain(Town.Known);
        (await Should.ThrowAsync<RpcException>(async () => await retention.PlaceHoldAsync(
            new PlaceHoldRequest { Controller = Auditing.School(), Scope = new RetentionScope { FirstYear = 2025, LastYear = 2026 } }, Token())))
            .StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    private static LogReader Second()
    {
        var reader = Auditing.School();
        reader.ActingPerson.Reference = "controller-2";
        return reader;
    }

    private Metadata Token(string? organisation = null) => audit.Tokens.As(organisation ?? Town.School, "controller");

    private async Task<OrderDestructionResponse> OrderAsync(LogReader reader, RetentionScope scope) => await retention.OrderDestructionAsync(
        new OrderDestructionRequest { Controller = reader, Scope = scope, Basis = Basis }, Token());

    private async Task<ConfirmDestructionResponse> ConfirmAsync(OrderDestructionResponse order, LogReader reader) =>
        await retention.ConfirmDestructionAsync(new ConfirmDestructionRequest { Controller = reader, OrderId = order.OrderId }, Token());

    private async Task<string?> ConfirmRefusedAsync(OrderDestructionResponse order, LogReader reader) =>
        Details.Reason(await Should.ThrowAsync<RpcException>(() => ConfirmAsync(order, reader)));

    private async Task<ListAccessesToMeResponse> OwnAsync()
    {
        await Indexed.WaitAsync(audit.Gateway.Store.Index);
        return await audit.Log.ListAccessesToMeAsync(new ListAccessesToMeRequest(), audit.Tokens.Citizen(Town.Known));
    }

    private async Task VerifyAsync()
    {
        foreach (var log in await audit.Gateway.Store.Trail.LogsAsync(default))
        {
            var report = await LogVerification.VerifyAsync(audit.Gateway.Store.Trail, log, CheckpointKeys.Published(audit.Gateway.Folder), default);
            report.Defects.ShouldBeEmpty();
        }
    }
}
