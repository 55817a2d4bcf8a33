using Google.Protobuf;
using Grpc.Core;
using Taushet.Client;
using Taushet.Core.Trail;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;
using static Taushet.Gateway.Tests.Consent.Wishing;

namespace Taushet.Gateway.Tests.Consent;

public sealed class RecordingTests
{
    [Fact]
    public async Task RecordWish_BothParentsMustGive_DraftUntilTheSecondHas()
    {
        await using var gateway = await StartAsync();

        var first = await Front(gateway).RecordWishAsync(Record(), gateway.As(Town.School));
        first.Wish.Status.ShouldBe(WishStatus.Draft);
        new KeptCheck(new ReceiptCheck(gateway.LogKeys)).Check(first.ToByteArray(), ReceiptedMessage.Find("RecordWishResponse"))
            .ShouldBeOfType<KeptVerdict.Holds>().Covers.ShouldBe(ReceiptCover.EntryAlone);
        (await GivenNowAsync(gateway)).ShouldBeEmpty();
        first.Wish.GiverRules.Select(rule => rule.Requires).ShouldContain("both-parents");

        var same = await Front(gateway).ConfirmWishAsync(Confirm(first.Wish, ByMother), gateway.As(Town.School));
        (same.Wish.Status, same.Wish.Events[^1].Kind).ShouldBe((WishStatus.Draft, ConsentEventKind.Confirmed));
        var both = await Front(gateway).ConfirmWishAsync(Confirm(same.Wish, ByFather), gateway.As(Town.School));

        (both.Wish.Status, both.Wish.Version, both.Wish.CompleteUnder)
            .ShouldBe((WishStatus.InForce, 3u, "pbrl-4-4-parents-joint"));
        (await GivenNowAsync(gateway)).ShouldBe([Cell.Identity, Cell.ClinicalDiagnosis]);
    }

    [Fact]
    public async Task RecordWish_History_TellsRecorderProofAndTextAndNeverANumber()
    {
        await using var gateway = await StartAsync();

        var wish = await BothAsync(gateway);

        wish.Events.Select(happened => (happened.Kind, happened.Capacity, happened.RecordedByOrganisation, happened.RecordedByReference)).ShouldBe(
        [
            (ConsentEventKind.Given, ConsentCapacity.ParentWithResponsibility, Town.School, "employee-4"),
            (ConsentEventKind.Given, ConsentCapacity.ParentWithResponsibility, Town.School, "employee-4"),
        ]);
        wish.Events.ShouldAllBe(happened =>
            happened.Proof == ConsentProof.SignedForm && happened.ProofReference == "form-7" && happened.InformationTextVersion == "text-2");
        wish.Events.Select(happened => happened.CompleteUnder).ShouldBe([string.Empty, "pbrl-4-4-parents-joint"]);
        wish.Terms.ToDate.ShouldBe("2027-08-31", "twelve months when nothing is said");
        wish.ToString().ShouldNotContain(Mother);
        wish.ToString().ShouldNotContain(Child);
    }

    // INVARIANT: no event on a wish is acknowledged whose entry is not durable, and none is stored without it.
    [Fact]
    public async Task RecordWish_EntryCannotBeStored_IsNotAcknowledgedAndIsNotThere()
    {
        await using var gateway = await StartAsync();
        gateway.Scripted.AuditDown = true;
        var asked = Record();

        var error = await FailAsync(() => Front(gateway).RecordWishAsync(asked, gateway.As(Town.School)));

        error.StatusCode.ShouldBe(StatusCode.Unavailable);
        (await gateway.Store.Wishes.OfSubjectAsync(new(Child, null), default))!.Value.ShouldBeEmpty();
        gateway.Scripted.AuditDown = false;
        var stored = await Front(gateway).RecordWishAsync(asked, gateway.As(Town.School));
        stored.Receipt.Index.ShouldBe(0ul);
        var entry = (await gateway.Store.Trail.ReadAsync(default).ToListAsync()).ShouldHaveSingleItem();
        (entry.Public.Kind, entry.Public.Holder.Organisation, entry.Public.Receiver.Organisation)
            .ShouldBe((EntryKind.WishGiven, Town.School, Town.Psychiatry));
        entry.Holder!.Decision.ShouldContain($"wish {Convert.ToHexStringLower(stored.Wish.Id.Span)} 1");
        entry.Holder.Decision.ShouldContain("proof signed-form form-7");
    }

    [Fact]
    public async Task RecordWish_FactsChangedMeanwhile_IsJudgedAnew()
    {
        await using var gateway = await StartAsync();
        gateway.Scripted.FactsChange = 2;

        (await Front(gateway).RecordWishAsync(Record(), gateway.As(Town.School))).Wish.Version.ShouldBe(1u);

        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(1);
    }

    [Fact]
    public async Task RecordWish_SameRequestTwice_IsRecordedOnce()
    {
        await using var gateway = await StartAsync();
        var asked = Record();
        await Front(gateway).RecordWishAsync(asked, gateway.As(Town.School));

        (await FailAsync(() => Front(gateway).RecordWishAsync(asked, gateway.As(Town.School)))).StatusCode.ShouldBe(StatusCode.Aborted);

        (await gateway.Store.Wishes.OfSubjectAsync(new(Child, null), default))!.Value.ShouldHaveSingleItem();
    }

    // INVARIANT: an event is judged by the version its caller has seen, or it is not stored.
    [Fact]
    public async Task ConfirmAndWithdraw_AtOnce_OneIsAborted()
    {
        await using var gateway = await StartAsync();
        var first = (await Front(gateway).RecordWishAsync(Record(), gateway.As(Town.School))).Wish;

        var outcomes = await Task.WhenAll(
            OutcomeAsync(() => Front(gateway).ConfirmWishAsync(Confirm(first, ByFather), gateway.As(Town.School)).ResponseAsync),
            OutcomeAsync(() => Front(gateway).WithdrawWishAsync(Withdraw(first, ByMother.Giver), gateway.As(Town.School)).ResponseAsync));

        outcomes.ShouldBe([StatusCode.OK, StatusCode.Aborted], ignoreOrder: true);
        (await gateway.Store.Wishes.OfSubjectAsync(new(Child, null), default))!.Value.ShouldHaveSingleItem().Version.ShouldBe(2);
    }

    [Fact]
    public async Task WithdrawWish_BindsTheNextRequest()
    {
        await using var gateway = await StartAsync();
        var wish = await BothAsync(gateway);
        (await GivenNowAsync(gateway)).ShouldNotBeEmpty();

        var withdrawn = await Front(gateway).WithdrawWishAsync(Withdraw(wish, ByMother.Giver), gateway.As(Town.School));

        (await GivenNowAsync(gateway)).ShouldBeEmpty();
        withdrawn.Wish.Status.ShouldBe(WishStatus.Draft, "the other parent still stands by it");
        var gone = await Front(gateway).WithdrawWishAsync(Withdraw(withdrawn.Wish, ByFather.Giver), gateway.As(Town.School));
        gone.Wish.Status.ShouldBe(WishStatus.Withdrawn);
    }

    [Fact]
    public async Task ReplaceWish_TheFormerStandsUntilTheNewOneIsComplete()
    {
        await using var gateway = await StartAsync();
        var former = await BothAsync(gateway);
        var narrower = new ReplaceWishRequest
        {
            Call = By(School),
            WishId = former.Id,
            ExpectedVersion = former.Version,
            Terms = Terms(Cell.Identity),
            Giving = ByMother,
        };

        var draft = await Front(gateway).ReplaceWishAsync(narrower, gateway.As(Town.School));
        (await GivenNowAsync(gateway)).Count.ShouldBe(2, "the former consent still stands");
        var complete = await Front(gateway).ConfirmWishAsync(Confirm(draft.Wish, ByFather), gateway.As(Town.School));

        (await GivenNowAsync(gateway)).ShouldBe([Cell.Identity]);
        complete.Wish.ReplacesId.ShouldBe(former.Id);
        var before = await Front(gateway).GetWishAsync(new GetWishRequest { Call = By(School), WishId = former.Id }, gateway.As(Town.School));
        before.Wish.Status.ShouldBe(WishStatus.Replaced);
        var late = await FailAsync(() => Front(gateway).WithdrawWishAsync(Withdraw(before.Wish, ByMother.Giver), gateway.As(Town.School)));
        late.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task RenewWish_SameTermsForANewPeriod_GivenAnew()
    {
        await using var gateway = await StartAsync();
        var former = await BothAsync(gateway);

        var renewed = await Front(gateway).RenewWishAsync(
            new RenewWishRequest
            {
                Call = By(School),
                WishId = former.Id,
                ExpectedVersion = former.Version,
                FromDate = Day(100),
                Giving = ByMother,
            },
            gateway.As(Town.School));

        (renewed.Wish.Status, renewed.Wish.Terms.FromDate, renewed.Wish.Version).ShouldBe((WishStatus.Draft, Day(100), 1u));
        renewed.Wish.Terms.Cells.ShouldBe(former.Terms.Cells);
    }

    [Fact]
    public async Task ConsentEvents_AreProvableAndVerifyWithTheLog()
    {
        await using var gateway = await StartAsync();
        var recorded = await Front(gateway).RecordWishAsync(Record(), gateway.As(Town.School));

        var log = (await gateway.Store.Trail.LogsAsync(default)).ShouldHaveSingleItem();
        recorded.Receipt.LogId.Span.SequenceEqual(log.Log.ToByteArray(bigEndian: true)).ShouldBeTrue();
        recorded.Receipt.Checkpoint.Note.ShouldNotBeEmpty();
        (await gateway.Store.Trail.InclusionProofAsync(log.Log, (long)recorded.Receipt.Index, log.Size, default)).Length
            .ShouldBe(recorded.Receipt.InclusionProof.Count);
    }

    internal static async Task<TestGateway> StartAsync()
    {
        var gateway = await TestGateway.StartPatientAsync();
        await RegisterAsync(gateway);
        return gateway;
    }

    private static async Task<StatusCode> OutcomeAsync(Func<Task> call)
    {
        try
        {
            await call();
            return StatusCode.OK;
        }
        catch (RpcException error)
        {
            return error.StatusCode;
        }
    }

    private static Task<RpcException> FailAsync<T>(Func<AsyncUnaryCall<T>> call) =>
        Should.ThrowAsync<RpcException>(async () => await call());
}
