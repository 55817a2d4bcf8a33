using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class ConsentStepTests
{
    private static readonly PolicySet Consents = Law.Of(Rules.Consent("c", Cell.Incident, Cell.Attendance));

    [Fact]
    public void Consent_InsideItsScope_OpensOnRequestAndIsReliedOn()
    {
        var consent = Children.Consent(Cell.Incident);

        var decision = Consents.Decides(Asks.Pull(Cell.Incident, Cell.Attendance), Children.With(consent));

        decision.Released.ShouldBe(CellSet.Of(Cell.Incident));
        decision.OutcomeOf(Cell.Incident).ShouldBe(Outcome.MayOnRequest);
        decision.ReliedConsents.ShouldBe([consent.Id]);
    }

    // Consents that could not be read are no consents.
    [Fact]
    public void ConsentsThatCouldNotBeRead_AreNo_Consents()
    {
        var decision = Consents.Decides(Asks.Pull(Cell.Incident), Children.Known with { Consents = default });

        decision.Released.IsEmpty.ShouldBeTrue();
        decision.ReliedConsents.ShouldBeEmpty();
    }

    [Fact]
    public void Consent_NotAsserted_OpensNothing() =>
        Consents.Decides(
                Asks.Pull(Cell.Incident) with { Asserted = MemberSet<Basis>.Of(Basis.NewSchool) },
                Children.With(Children.Consent(Cell.Incident)))
            .Released.IsEmpty.ShouldBeTrue();

    [Fact]
    public void Consent_WiderThanNeed_GivesWhatIsNeeded() =>
        Consents.Decides(Asks.Pull(Cell.Incident), Children.With(Children.Consent(Cell.Incident, Cell.Attendance)))
            .Released.ShouldBe(CellSet.Of(Cell.Incident));

    [Fact]
    public void Consents_Two_OpenTheirUnionAndBothAreReliedOn()
    {
        var first = Children.Consent(Cell.Incident);
        var second = Children.Consent(Cell.Attendance) with { Id = new Guid(2, 0, 0, new byte[8]) };

        var decision = Consents.Decides(Asks.Pull(Cell.Incident, Cell.Attendance), Children.With(first, second));

        decision.Released.ShouldBe(CellSet.Of(Cell.Incident, Cell.Attendance));
        decision.ReliedConsents.ShouldBe([first.Id, second.Id]);
    }

    [Fact]
    public void Consent_OpensNothingThatIsAsked_IsNotReliedOn() =>
        Consents.Decides(Asks.Pull(Cell.Incident), Children.With(Children.Consent(Cell.Attendance)))
            .ReliedConsents.ShouldBeEmpty();

    [Fact]
    public void Consent_NoneRecorded_ComesNearAndTellsItsRoutes()
    {
        var routes = MemberSet<Route>.Of(Route.ConsentOfGuardians);
        var law = Law.Of(Rules.Consent("c", Cell.Incident) with { Routes = routes });

        var decision = law.Decides(Asks.Pull(Cell.Incident));

        decision.Applied.ShouldHaveSingleItem().Near.ShouldBeTrue();
        Explanation.Of(decision, Cell.Incident).Routes.ShouldBe(routes);
    }

    [Fact]
    public void Consent_KnownObjection_ClosesWhereTheRuleYields()
    {
        var law = Law.Of(Rules.Consent("c", Cell.Incident) with { YieldsToObjection = true });
        var facts = Children.With(Children.Consent(Cell.Incident));

        law.Decides(Asks.Pull(Cell.Incident), facts).Released.ShouldBe(CellSet.Of(Cell.Incident));
        law.Decides(Asks.Pull(Cell.Incident), facts with { Objections = new[] { Children.Objection(Cell.Incident) }.ToKnown() })
            .Released.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Consent_RuleForOneArea_LeavesOtherAreasClosed()
    {
        var school = Law.Of(
            Rules.Giver("g", GiverRequirement.BothParents) with
            {
                Areas = MemberSet<ConsentArea>.Of(ConsentArea.General, ConsentArea.School),
            },
            Rules.Consent("c", Cell.Incident) with { When = Conditions.Is(FactSlot.ConsentArea, ConsentArea.School) });
        var general = Children.Consent(Cell.Incident);

        school.Decides(Asks.Pull(Cell.Incident), Children.With(general)).Released.IsEmpty.ShouldBeTrue();
        school.Decides(Asks.Pull(Cell.Incident), Children.With(general with { Area = ConsentArea.School }))
            .Released.ShouldBe(CellSet.Of(Cell.Incident));
    }

    [Fact]
    public void Consent_SlotsOfTheConsentUnderTest_AreUnknownToTheStepsAfterIt()
    {
        var law = Law.Of(
            Rules.Consent("c", Cell.Incident),
            Rules.Anonymised("a", Cell.Attendance) with { When = Conditions.Yes(FactSlot.ConsentComplete) });

        law.Decides(Asks.Push(Cell.Incident, Cell.Attendance), Children.With(Children.Consent(Cell.Incident)))
            .HolderMayGive.IsEmpty.ShouldBeTrue();
    }
}
