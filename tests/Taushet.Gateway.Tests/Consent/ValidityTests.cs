using Microsoft.Extensions.DependencyInjection;
using Taushet.Core.Trail;
using Taushet.Gateway.Consent;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;
using static Taushet.Gateway.Tests.Consent.Wishing;
using CareSituation = Taushet.Core.Vocabulary.CareSituation;

namespace Taushet.Gateway.Tests.Consent;

/// <summary>When consents hold, end and are marked; what they are worth for a request; the child's own word.</summary>
public sealed class ValidityTests
{
    [Fact]
    public async Task Consent_OnTheSixteenthBirthday_NoLongerOpensThoughNoJobHasRun()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        await RegisterAsync(gateway, born: new DateOnly(2010, 9, 5));
        var wish = await BothAsync(gateway);
        gateway.Clock.Now = new DateTimeOffset(2026, 9, 4, 21, 59, 0, TimeSpan.Zero);
        (await GivenNowAsync(gateway)).ShouldNotBeEmpty();

        gateway.Clock.Now = gateway.Clock.Now.AddMinutes(1);

        (await GivenNowAsync(gateway)).ShouldBeEmpty();
        (await GetAsync(gateway, wish)).Status.ShouldBe(WishStatus.Lapsed);
    }

    [Fact]
    public async Task Consent_WhenCareChanges_LapsesAndIsMarkedWithAnEntry()
    {
        await using var gateway = await RecordingTests.StartAsync();
        var wish = await BothAsync(gateway);
        var marking = gateway.Host.Services.GetRequiredService<WishMarking>();
        (await marking.MarkAsync(default)).ShouldBe(0);

        await CareAsync(gateway, CareSituation.CareOrder, new DateOnly(2026, 8, 1));

        (await GivenNowAsync(gateway)).ShouldBeEmpty();
        (await marking.MarkAsync(default)).ShouldBe(1);
        (await marking.MarkAsync(default)).ShouldBe(0);
        var marked = await GetAsync(gateway, wish);
        (marked.Status, marked.Events[^1].Kind, marked.Version).ShouldBe((WishStatus.Lapsed, ConsentEventKind.Lapsed, 3u));
        (await gateway.Store.Trail.ReadAsync(default).ToListAsync()).Count(entry => entry.Public.Kind == EntryKind.WishEnded).ShouldBe(1);
    }

    [Fact]
    public async Task Consent_OneParentWithdrew_IsNotMarkedAsLapsed()
    {
        await using var gateway = await RecordingTests.StartAsync();
        var wish = await BothAsync(gateway);
        await Front(gateway).WithdrawWishAsync(Withdraw(wish, ByMother.Giver), gateway.As(Town.School));

        (await gateway.Host.Services.GetRequiredService<WishMarking>().MarkAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task ListLapsingWishes_ExpiryAndBirthday_TellTheDay()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        await RegisterAsync(gateway, born: new DateOnly(2010, 10, 10));
        var birthday = await BothAsync(gateway);
        var terms = Terms();
        terms.ToDate = Day(20);
        var expiry = await BothAsync(gateway, terms);

        var list = await Front(gateway).ListLapsingWishesAsync(
            new ListLapsingWishesRequest { ActingAs = School, UntilDate = Day(60) }, gateway.As(Town.School));
        var soon = await Front(gateway).ListLapsingWishesAsync(
            new ListLapsingWishesRequest { ActingAs = School, UntilDate = Day(10) }, gateway.As(Town.School));
        var others = await Front(gateway).ListLapsingWishesAsync(
            new ListLapsingWishesRequest { ActingAs = Psychiatry, UntilDate = Day(60) }, gateway.As(Town.Psychiatry));

        list.Wishes.Select(one => (one.Id, one.EndsOn, one.Becomes)).ShouldBe(
            [(birthday.Id, "2026-10-10", WishStatus.Lapsed), (expiry.Id, Day(21), WishStatus.Expired)], ignoreOrder: true);
        soon.Wishes.ShouldBeEmpty();
        others.Wishes.ShouldBeEmpty("they were recorded by the school");
    }

    [Fact]
    public async Task CheckConsent_ToldWhatIsMissing_AndNothingOfShields()
    {
        await using var gateway = await RecordingTests.StartAsync();
        var draft = (await Front(gateway).RecordWishAsync(Record(), gateway.As(Town.School))).Wish;
        var half = await CheckAsync(gateway, draft);
        half.Lacks.ShouldBe([ConsentLack.Givers]);
        half.GiverRules.ShouldNotBeEmpty();
        half.Covered.ShouldBeEmpty();

        var both = (await Front(gateway).ConfirmWishAsync(Confirm(draft, ByFather), gateway.As(Town.School))).Wish;
        var whole = await CheckAsync(gateway, both);
        whole.Covered.ShouldContain(Cell.ClinicalDiagnosis);
        whole.Lacks.ShouldBeEmpty();

        var more = await CheckAsync(gateway, both, asked => asked.Needs.Add(new NeededCell { Cell = Cell.ClinicalAdvice, Need = Need.Teach }));
        more.Lacks.ShouldBe([ConsentLack.Cells]);
        var elsewhere = await CheckAsync(gateway, both, asked =>
        {
            asked.Receiver = new Party { OrganisationNumber = Town.Barnevern, Service = Service.Barnevern };
            asked.Purpose = Purpose.ChildWelfareCase;
        });
        elsewhere.Lacks.ShouldBe([ConsentLack.Receiver, ConsentLack.Purpose], ignoreOrder: true);
    }

    [Fact]
    public async Task Consent_ChildOfTenNotHeard_IsDefectiveAndOpensNothing()
    {
        await using var gateway = await RecordingTests.StartAsync();
        var terms = Terms();
        terms.Hearing = null;

        var wish = await BothAsync(gateway, terms);

        wish.Status.ShouldBe(WishStatus.Defective);
        (await GivenNowAsync(gateway)).ShouldBeEmpty();
        (await CheckAsync(gateway, wish)).Lacks.ShouldBe([ConsentLack.Hearing]);
    }

    [Fact]
    public async Task Consent_ChildOfTwelveAgainstIt_IsForAHuman()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        await RegisterAsync(gateway, born: new DateOnly(2014, 1, 1));
        var terms = Terms();
        terms.Hearing.View = ChildView.Against;

        (await BothAsync(gateway, terms)).Status.ShouldBe(WishStatus.Defective);

        (await GivenNowAsync(gateway)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Secrecy_OfTheChild_TakesItsCellsFromTheParentsConsentAndIsSeenByItsRecorderAlone()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        await RegisterAsync(gateway, born: new DateOnly(2013, 1, 1));
        await BothAsync(gateway);
        (await GivenNowAsync(gateway)).ShouldContain(Cell.ClinicalDiagnosis);
        var kept = new RecordWishRequest
        {
            Call = By(Psychiatry),
            Kind = WishKind.Secrecy,
            Terms = new WishTerms { Cells = { Cell.Clinical } },
            Giving = BySelf(Child),
        };

        var secrecy = await Front(gateway).RecordWishAsync(kept, gateway.As(Town.Psychiatry));

        (secrecy.Wish.Status, secrecy.Wish.Terms.ToDate).ShouldBe((WishStatus.InForce, string.Empty));
        (await GivenNowAsync(gateway)).ShouldBe([Cell.Identity]);
        var school = await Front(gateway).ListWishesAsync(new ListWishesRequest { Call = By(School) }, gateway.As(Town.School));
        school.Wishes.ShouldAllBe(wish => wish.Kind == WishKind.Consent);
    }

    private static async Task<Wish> GetAsync(TestGateway gateway, Wish wish) =>
        (await Front(gateway).GetWishAsync(new GetWishRequest { Call = By(School), WishId = wish.Id }, gateway.As(Town.School))).Wish;

    private static async Task<CheckConsentResponse> CheckAsync(TestGateway gateway, Wish wish, Action<CheckConsentRequest>? change = null)
    {
        var asked = new CheckConsentRequest
        {
            Call = By(School),
            WishId = wish.Id,
            Receiver = School,
            Holder = Psychiatry,
            Purpose = Purpose.AdaptTeaching,
            Needs = { new NeededCell { Cell = Cell.ClinicalDiagnosis, Need = Need.Teach } },
        };
        change?.Invoke(asked);
        return await Front(gateway).CheckConsentAsync(asked, gateway.As(Town.School));
    }
}
