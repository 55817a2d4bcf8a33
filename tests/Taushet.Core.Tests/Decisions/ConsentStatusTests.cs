using Taushet.Core.Consents;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class ConsentStatusTests
{
    private static readonly ConsentFact Consent = Children.Consent(Cell.Incident);

    private static readonly PolicySet Both = Law.Of();

    private static readonly PolicySet OnlyTheChild = Law.Of(Rules.Giver("g", GiverRequirement.Self));

    private static readonly PolicySet Uncertain = Law.Of(Rules.Giver("g", GiverRequirement.BothParents) with { When = Conditions.Unknown });

    [Fact]
    public void Of_Complete_FromItsFirstDayToItsLast()
    {
        StatusOf(Consent, Consent.From.AddDays(-1)).ShouldBe(WishStatus.NotYet);
        StatusOf(Consent, Consent.From).ShouldBe(WishStatus.InForce);
        StatusOf(Consent, Consent.To).ShouldBe(WishStatus.InForce);
        StatusOf(Consent, Consent.To.AddDays(1)).ShouldBe(WishStatus.Expired);
    }

    [Fact]
    public void Of_NobodyStandsByIt_IsWithdrawn() =>
        StatusOf(Consent with { Givers = [] }, Asks.LawDate).ShouldBe(WishStatus.Withdrawn);

    [Fact]
    public void Of_ChildNotHeard_IsDefective() =>
        StatusOf(Consent with { ChildHeard = false }, Asks.LawDate).ShouldBe(WishStatus.Defective);

    [Fact]
    public void Of_NoGiverRuleHolds_IsADraftOrHasLapsed()
    {
        Of(Consent, wasComplete: false, OnlyTheChild).ShouldBe(WishStatus.Draft);
        Of(Consent, wasComplete: true, OnlyTheChild).ShouldBe(WishStatus.Lapsed);
        Of(Consent, wasComplete: true, Uncertain).ShouldBe(WishStatus.Draft);
    }

    [Theory]
    [InlineData(ConsentEventKind.Expired, WishStatus.Expired)]
    [InlineData(ConsentEventKind.Lapsed, WishStatus.Lapsed)]
    [InlineData(ConsentEventKind.Replaced, WishStatus.Replaced)]
    public void Of_EndedForGood_StaysSo(ConsentEventKind ended, WishStatus status)
    {
        ConsentStatus.Of(new ConsentState(Consent, ended, WasComplete: true), Children.Known, Asks.LawDate, Both).ShouldBe(status);
        ConsentStatus.OfClosing(standing: true, ended, Consent.From, Consent.To, Asks.LawDate).ShouldBe(status);
    }

    [Theory]
    [InlineData(ConsentEventKind.Given)]
    [InlineData(ConsentEventKind.Confirmed)]
    [InlineData(ConsentEventKind.Withdrawn)]
    public void Of_AnEventThatEndsNothingForGood_IsABug(ConsentEventKind ended) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ConsentStatus.OfClosing(standing: true, ended, Consent.From, Consent.To, Asks.LawDate));

    [Fact]
    public void OfClosing_FromItsFirstDayToItsLast_AndOnlyWhileItStands()
    {
        WishStatus On(DateOnly date, bool standing = true) => ConsentStatus.OfClosing(standing, null, Consent.From, Consent.To, date);

        On(Consent.From.AddDays(-1)).ShouldBe(WishStatus.NotYet);
        On(Consent.From).ShouldBe(WishStatus.InForce);
        On(Consent.To).ShouldBe(WishStatus.InForce);
        On(Consent.To.AddDays(1)).ShouldBe(WishStatus.Expired);
        On(Consent.From, standing: false).ShouldBe(WishStatus.Withdrawn);
    }

    [Fact]
    public void MarkFor_OnlyWhatIsPastForGoodAndNotMarkedYet()
    {
        ConsentEventKind? Mark(PolicySet law, DateOnly date, ConsentEventKind? ended = null) =>
            ConsentStatus.MarkFor(new ConsentState(Consent, ended, WasComplete: true), Children.Known, date, law);

        Mark(Both, Consent.To.AddDays(1)).ShouldBe(ConsentEventKind.Expired);
        Mark(OnlyTheChild, Asks.LawDate).ShouldBe(ConsentEventKind.Lapsed);
        Mark(Both, Asks.LawDate).ShouldBeNull();
        Mark(Both, Consent.To.AddDays(1), ConsentEventKind.Expired).ShouldBeNull();
    }

    private static WishStatus StatusOf(ConsentFact consent, DateOnly date) =>
        ConsentStatus.Of(new ConsentState(consent, null, WasComplete: true), Children.Known, date, Both);

    private static WishStatus Of(ConsentFact consent, bool wasComplete, PolicySet law) =>
        ConsentStatus.Of(new ConsentState(consent, null, wasComplete), Children.Known with { Dead = default }, Asks.LawDate, law);
}
