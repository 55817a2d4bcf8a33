using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;
using static Taushet.Gateway.Tests.Consent.Wishing;

namespace Taushet.Gateway.Tests.Consent;

public sealed class RefusalTests
{
    [Fact]
    public async Task RecordWish_BlanketOrPurposeless_IsRefusedWithTheReason()
    {
        await using var gateway = await RecordingTests.StartAsync();
        var cases = new (Action<WishTerms> Spoil, string Field)[]
        {
            (terms => terms.Holders.Clear(), "terms.holders"),
            (terms => terms.Receivers.Clear(), "terms.receivers"),
            (terms => terms.Cells.Clear(), "terms.cells"),
            (terms => terms.Purposes.Clear(), "terms.purposes"),
            (terms => terms.FromDate = string.Empty, "terms.from_date"),
            (terms => terms.ToDate = Day(500), "terms.to_date"),
            (terms => terms.ToDate = Day(-1), "terms.to_date"),
            (terms => terms.FromDate = "9999-12-31", "terms.to_date"),
            (terms => terms.Area = ConsentArea.Unspecified, "terms.area"),
            (terms => terms.Cells.Add(Cell.ThirdPerson), "terms.cells[2]"),
            (terms => terms.Cells.Add(Cell.Finances), "terms.cells[2]"),
            (terms => terms.Hearing.HeardOn = Day(1), "terms.hearing.heard_on"),
            (terms => terms.Holders[0].UnitNumber = Town.School, "terms.holders[0].unit_number"),
            (terms => terms.Holders[0].Service = Service.ParentWithResponsibility, "terms.holders[0].service"),
        };

        foreach (var (spoil, field) in cases)
        {
            var terms = Terms().Clone();
            spoil(terms);
            var error = await FailAsync(gateway, Record(terms));
            (error.StatusCode, Details.Violations(error).Contains(field)).ShouldBe((StatusCode.InvalidArgument, true), field);
        }

        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task RecordWish_GiverWhoDoesNotHold_IsRefusedWithoutEchoingANumber()
    {
        await using var gateway = await RecordingTests.StartAsync();
        var cases = new (WishGiving Giving, string Field)[]
        {
            (Given(ConsentCapacity.Self, Mother), "giving.giver.national_number"),
            (Given(ConsentCapacity.ParentWithResponsibility, Child), "giving.giver.national_number"),
            (Given(ConsentCapacity.ParentWithResponsibility, "12345678901"), "giving.giver.national_number"),
            (Given(ConsentCapacity.Barnevern, Mother), "giving.giver.national_number"),
            (Given(ConsentCapacity.Unspecified, Mother), "giving.giver.capacity"),
            (new WishGiving { Giver = ByMother.Giver }, "giving.proof"),
            (new WishGiving { Giver = ByMother.Giver }, "giving.proof_reference"),
            (new WishGiving { Giver = ByMother.Giver }, "giving.information_text_version"),
        };

        foreach (var (giving, field) in cases)
        {
            var error = await FailAsync(gateway, Record(giving: giving));
            Details.Violations(error).ShouldContain(field);
            Details.Of(error).ToString().ShouldNotContain(Mother);
        }
    }

    [Fact]
    public async Task RecordWish_NotNamedOrNotRegistered_IsDenied()
    {
        await using var gateway = await RecordingTests.StartAsync();
        var stranger = Record();
        stranger.Call = By(new Party { OrganisationNumber = Town.Barnevern, Service = Service.Barnevern });
        var other = Record();
        other.Call = By(Psychiatry);

        var notNamed = await Should.ThrowAsync<RpcException>(async () => await Front(gateway).RecordWishAsync(stranger, gateway.As(Town.Barnevern)));
        var notItself = await FailAsync(gateway, other);
        var noToken = await Should.ThrowAsync<RpcException>(async () => await Front(gateway).RecordWishAsync(Record()));

        (notNamed.StatusCode, notItself.StatusCode, noToken.StatusCode)
            .ShouldBe((StatusCode.PermissionDenied, StatusCode.PermissionDenied, StatusCode.Unauthenticated));
    }

    // INVARIANT: a caller sees only wishes that its own service has recorded or that name it.
    // INVARIANT: a wish that does not name the caller is answered like one that is not there.
    [Fact]
    public async Task GetAndList_UnknownChildAndAnothersWishes_AreAnsweredAlike()
    {
        await using var gateway = await RecordingTests.StartAsync();
        var wish = await BothAsync(gateway);
        var barnevern = new Party { OrganisationNumber = Town.Barnevern, Service = Service.Barnevern };

        var lists = new List<ListWishesResponse>();
        foreach (var child in new[] { Child, Town.Known, Town.Shielded, Town.Unknown })
        {
            lists.Add(await Front(gateway).ListWishesAsync(new ListWishesRequest { Call = By(barnevern, child) }, gateway.As(Town.Barnevern)));
        }

        lists.ShouldAllBe(list => list.Wishes.Count == 0 && list.Receipt != null);
        var errors = new List<RpcException>();
        foreach (var child in new[] { Child, Town.Unknown })
        {
            errors.Add(await Should.ThrowAsync<RpcException>(async () => await Front(gateway).GetWishAsync(
                new GetWishRequest { Call = By(barnevern, child), WishId = wish.Id }, gateway.As(Town.Barnevern))));
        }

        errors.Select(error => (error.StatusCode, error.Status.Detail)).Distinct()
            .ShouldBe([(StatusCode.NotFound, "The organisation has nothing under this id.")]);
        var own = await Front(gateway).ListWishesAsync(new ListWishesRequest { Call = By(Psychiatry) }, gateway.As(Town.Psychiatry));
        own.Wishes.ShouldHaveSingleItem().Id.ShouldBe(wish.Id);
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(9, "readings are entries, of what is not there too");
    }

    private static Task<RpcException> FailAsync(TestGateway gateway, RecordWishRequest asked) =>
        Should.ThrowAsync<RpcException>(async () => await Front(gateway).RecordWishAsync(asked, gateway.As(Town.School)));
}
