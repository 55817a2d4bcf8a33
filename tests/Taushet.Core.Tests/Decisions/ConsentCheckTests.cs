using Taushet.Core.Consents;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class ConsentCheckTests
{
    private static readonly ConsentFact Consent = Children.Consent(Cell.Incident);

    private static readonly PolicySet Consenting = Law.Of(Rules.Consent("c", Cell.Incident, Cell.Attendance));

    [Fact]
    public void CoverOf_ASoundConsent_CoversItsCellsAndLacksNothing()
    {
        var cover = Cover(Consent);

        cover.Covered.ShouldBe(CellSet.Of(Cell.Incident));
        cover.Lacks.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void CoverOf_ConsentNotAsserted_IsCheckedAllTheSame() =>
        ConsentCheck.CoverOf(Consent, Asks.Pull(Cell.Incident) with { Asserted = default }, Children.Known, Consenting)
            .Covered.ShouldBe(CellSet.Of(Cell.Incident));

    [Fact]
    public void CoverOf_EachThingThatIsMissing_IsTheOneLack()
    {
        Lacks(Consent with { From = Asks.LawDate.AddDays(1) }, ConsentLack.Started);
        Lacks(Consent with { To = Asks.LawDate.AddDays(-1) }, ConsentLack.Unexpired);
        Lacks(Consent with { Holders = [new ConsentParty(Service.Police, string.Empty)] }, ConsentLack.Holder);
        Lacks(Consent with { Receivers = [new ConsentParty(Service.Police, string.Empty)] }, ConsentLack.Receiver);
        Lacks(Consent with { Purposes = MemberSet<Purpose>.Of(Purpose.HealthCare) }, ConsentLack.Purpose);
        Lacks(Consent with { Cells = CellSet.Of(Cell.Attendance) }, ConsentLack.Cells);
        Lacks(Consent with { Givers = [Children.Parent] }, ConsentLack.Givers);
    }

    [Fact]
    public void CoverOf_OnItsFirstAndItsLastDay_LacksNothing()
    {
        Cover(Consent with { From = Asks.LawDate }).Lacks.IsEmpty.ShouldBeTrue();
        Cover(Consent with { To = Asks.LawDate }).Lacks.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void CoverOf_ChildNotHeard_LacksTheHearing() =>
        Cover(Consent with { ChildHeard = false }).Lacks.ShouldBe(MemberSet<ConsentLack>.Of(ConsentLack.Hearing));

    [Fact]
    public void CoverOf_CellsOnOthers_LackTheirConsent()
    {
        var others = Consent with { Cells = CellSet.Of(Cell.Incident, Cell.ThirdPersonChildren) };

        Cover(others, Cell.Incident, Cell.ThirdPersonChildren).Lacks.ShouldBe(MemberSet<ConsentLack>.Of(ConsentLack.OtherPersons));
        Cover(others, Cell.Incident).Lacks.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void CoverOf_WhatIsKeptFromTheGuardians_IsTheChildsOwn()
    {
        var kept = Consent with { Cells = CellSet.Of(Cell.Incident, Cell.KeptFromGuardians) };
        var own = kept with { Givers = [Children.Parent, Children.Parent, Children.As(ConsentCapacity.Self)] };

        Cover(kept, Cell.Incident, Cell.KeptFromGuardians).Lacks.ShouldBe(MemberSet<ConsentLack>.Of(ConsentLack.ChildsOwn));
        Cover(kept, Cell.Incident).Lacks.IsEmpty.ShouldBeTrue();
        Cover(own, Cell.Incident, Cell.KeptFromGuardians).Lacks.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void CoverOf_NoLawLetsItOpen_LacksTheLaw()
    {
        var cover = ConsentCheck.CoverOf(Consent, Asks.Pull(Cell.Incident), Children.Known, Law.Of());

        cover.Covered.IsEmpty.ShouldBeTrue();
        cover.Lacks.ShouldBe(MemberSet<ConsentLack>.Of(ConsentLack.Law));
    }

    // INVARIANT: a check never finds a cell covered that a decision would not open under that consent, shields aside.
    [Fact]
    public void CoverOf_AnOpeningGivesMore_CoversWhatTheConsentOpensAlone()
    {
        var law = Law.Of(Rules.Consent("c", Cell.Incident), Rules.Opening("o", Cell.Attendance));

        ConsentCheck.CoverOf(Consent, Asks.Pull(Cell.Incident, Cell.Attendance), Children.Known, law)
            .Covered.ShouldBe(CellSet.Of(Cell.Incident));
    }

    [Fact]
    public void CoverOf_AShieldedChild_TellsNothingOfTheShield()
    {
        var law = Law.Of(
            Rules.Consent("c", Cell.Incident),
            Rules.SoftShield("s", Cell.Incident) with { When = new Condition.Any([Conditions.Yes(FactSlot.HiddenAddress), Conditions.Yes(FactSlot.ContactBan)]) });

        ConsentCheck.CoverOf(Consent, Asks.Pull(Cell.Incident), Children.Known with { HiddenAddress = true, ContactBan = true }, law)
            .Covered.ShouldBe(CellSet.Of(Cell.Incident));
    }

    [Fact]
    public void GivingOf_AgeDecides_TheChildOfUnknownAgeIsOpen()
    {
        var law = Law.Of(Rules.Giver("g", GiverRequirement.BothParents) with { When = Conditions.Yes(FactSlot.Child) });

        ConsentCheck.GivingOf(Consent, Children.Known, Asks.LawDate, law).Under!.Id.ShouldBe("g");
        var unknown = ConsentCheck.GivingOf(Consent, Children.Known with { Age = default }, Asks.LawDate, law);
        (unknown.Under, unknown.Open).ShouldBe((null, true));
        var adult = ConsentCheck.GivingOf(Consent, Children.Known with { Age = 18 }, Asks.LawDate, law);
        (adult.Under, adult.Open).ShouldBe((null, false));
    }

    [Fact]
    public void GiverRules_OfTheAreaAndInForce_OnBothTheirDays()
    {
        var giver = Rules.Giver("g", GiverRequirement.Self) with { From = Asks.LawDate, To = Asks.LawDate };
        var law = Law.Of(giver);

        ConsentBounds.GiverRules(law, ConsentArea.General, Asks.LawDate).ShouldBe([giver]);
        ConsentBounds.GiverRules(law, ConsentArea.Health, Asks.LawDate).ShouldBeEmpty();
        ConsentBounds.GiverRules(law, ConsentArea.General, Asks.LawDate.AddDays(1)).ShouldBeEmpty();
        ConsentBounds.GiverRules(law, ConsentArea.General, Asks.LawDate.AddDays(-1)).ShouldBeEmpty();
        ConsentBounds.GiverRules(Law.Of(giver with { To = null }), ConsentArea.General, Asks.LawDate.AddDays(1)).Length.ShouldBe(1);
    }

    private static void Lacks(ConsentFact consent, ConsentLack lack)
    {
        var cover = Cover(consent);

        cover.Covered.IsEmpty.ShouldBeTrue($"{lack}");
        cover.Lacks.ShouldBe(MemberSet<ConsentLack>.Of(lack));
    }

    private static ConsentCover Cover(ConsentFact consent, params ReadOnlySpan<Cell> asked) =>
        ConsentCheck.CoverOf(consent, Asks.Pull(asked.IsEmpty ? [Cell.Incident] : asked), Children.Known, Consenting);
}
