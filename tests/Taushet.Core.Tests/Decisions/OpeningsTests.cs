using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class OpeningsTests
{
    // A rule that opens applies only when True.
    [Theory]
    [InlineData(Truth.True, Outcome.MayOnRequest)]
    [InlineData(Truth.Unknown, Outcome.Withhold)]
    [InlineData(Truth.False, Outcome.Withhold)]
    public void ARuleThatOpens_AppliesOnlyWhen_True(Truth truth, Outcome expected)
    {
        var law = Law.Of(Rules.Opening("o", Cell.Incident) with { When = Conditions.That(truth) });

        law.Decides(Asks.Pull(Cell.Incident)).OutcomeOf(Cell.Incident).ShouldBe(expected);
    }

    [Fact]
    public void Opening_BasisNotAsserted_StaysClosedAndUnmentioned()
    {
        var law = Law.Of(Rules.Opening("o", Cell.Incident));

        law.Decides(Asks.Pull(Cell.Incident) with { Asserted = MemberSet<Basis>.Of(Basis.DutyToCooperate) })
            .Applied.ShouldBeEmpty();
    }

    [Fact]
    public void Opening_RuleWithoutBasis_NeverOpens()
    {
        var law = Law.Of(Rules.Opening("o", Cell.Incident) with { Bases = default });

        law.Decides(Asks.Pull(Cell.Incident)).Released.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Opening_BasisOnlyImpliedByEvidence_NeverOpens()
    {
        var law = Law.Of(Rules.Opening("o", Cell.Incident) with { Bases = MemberSet<Basis>.Of(Basis.DutyToReport) });
        var request = Asks.Pull(Cell.Incident).Bring(new Evidence { Report = Asks.Report });

        law.Decides(request).Released.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Opening_FactUnknown_ComesNearAndTellsItsRoutes()
    {
        var routes = MemberSet<Route>.Of(Route.ConsentOfGuardians);
        var law = Law.Of(Rules.Opening("o", Cell.Incident) with { When = Conditions.Unknown, Routes = routes });

        var decision = law.Decides(Asks.Pull(Cell.Incident));

        decision.Applied.ShouldHaveSingleItem().Near.ShouldBeTrue();
        Explanation.Of(decision, Cell.Incident).Routes.ShouldBe(routes);
    }

    [Fact]
    public void Opening_KnownObjection_ClosesItsCells()
    {
        var law = Law.Of(Rules.Opening("o", Cell.Incident, Cell.Attendance) with { YieldsToObjection = true });

        law.Decides(Asks.Pull(Cell.Incident, Cell.Attendance), Children.With(Children.Objection(Cell.Incident)))
            .Released.ShouldBe(CellSet.Of(Cell.Attendance));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(Service.PrimarySchool, Service.Barnevern, true)]
    [InlineData(Service.Kindergarten, null, false)]
    [InlineData(null, Service.Police, false)]
    public void Opening_ObjectionNamesParties_ClosesTowardsThemOnly(Service? holder, Service? receiver, bool closed)
    {
        var law = Law.Of(Rules.Opening("o", Cell.Incident) with { YieldsToObjection = true });
        var objection = Children.Objection(Cell.Incident) with { Holder = holder, Receiver = receiver };

        law.Decides(Asks.Pull(Cell.Incident), Children.With(objection)).Released.IsEmpty.ShouldBe(closed);
    }

    // Objections that could not be read close everything that yields to objection.
    [Fact]
    public void ObjectionsThatCouldNotBeRead_CloseEverything_ThatYieldsToObjection()
    {
        var law = Law.Of(
            Rules.Opening("firm", Cell.Attendance),
            Rules.Opening("o", Cell.Incident) with
            {
                YieldsToObjection = true,
                Routes = MemberSet<Route>.Of(Route.ObjectionAbsent),
            });

        var decision = law.Decides(
            Asks.Pull(Cell.Incident, Cell.Attendance),
            Children.Known with { Objections = default });

        decision.Released.ShouldBe(CellSet.Of(Cell.Attendance));
        Explanation.Of(decision, Cell.Incident).Routes
            .ShouldBe(MemberSet<Route>.Of(Route.ObjectionAbsent), "the opening is unknown, not refused");
    }

    [Fact]
    public void Opening_TestsForAChildOfUnknownAge_StaysClosed()
    {
        var law = Law.Of(Rules.Opening("o", Cell.Incident) with { When = Conditions.Yes(FactSlot.Child) });

        law.Decides(Asks.Pull(Cell.Incident)).Released.ShouldBe(CellSet.Of(Cell.Incident));
        law.Decides(Asks.Pull(Cell.Incident), Children.Known with { Age = default }).Released.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Scope.None)]
    [InlineData(Scope.Order)]
    [InlineData(Scope.Authority)]
    [InlineData(Scope.Mandate)]
    public void Opening_ScopeNotBrought_ClosedUnlessNone(Scope scope)
    {
        var law = Law.Of(Rules.Opening("o", Cell.Incident, Cell.Attendance) with { Within = scope });
        var asked = Asks.Pull(Cell.Incident, Cell.Attendance);
        var inScope = CellSet.Of(Cell.Attendance);
        var evidence = new Evidence
        {
            Order = Asks.Order(Cell.Attendance),
            AuthorityOrder = new(EvidenceLevel.Asserted, HasReference: true, true, true, true, true, inScope),
            Mandate = new(EvidenceLevel.Asserted, HasReference: true, inScope),
        };

        law.Decides(asked).Released.IsEmpty.ShouldBe(scope != Scope.None);
        law.Decides(asked.Bring(evidence)).Released.ShouldBe(scope == Scope.None ? asked.Needs.All : inScope);
    }

    [Fact]
    public void Anonymised_AfterOpenings_LeavesTheHolderToChoose()
    {
        var law = Law.Of(Rules.Anonymised("a", Cell.Incident));

        var decision = law.Decides(Asks.Push(Cell.Incident));

        decision.HolderMayGive.ShouldBe(CellSet.Of(Cell.Incident));
        decision.OutcomeOf(Cell.Incident).ShouldBe(Outcome.Withhold);
    }
}
