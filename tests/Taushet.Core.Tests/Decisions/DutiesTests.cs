using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class DutiesTests
{
    [Fact]
    public void Duty_NothingAsserted_IsOwedAllTheSame()
    {
        var decision = Law.Of(Rules.Duty("d", Cell.Incident)).Decides(Asks.Pull(Cell.Incident) with { Asserted = default });

        decision.OutcomeOf(Cell.Incident).ShouldBe(Outcome.Must);
        decision.Released.ShouldBe(CellSet.Of(Cell.Incident));
    }

    [Theory]
    [InlineData(Truth.True, Outcome.Must)]
    [InlineData(Truth.Unknown, Outcome.Withhold)]
    [InlineData(Truth.False, Outcome.Withhold)]
    public void DutyOfAnother_Condition_OwesOnlyWhenTrue(Truth truth, Outcome expected)
    {
        var law = Law.Of(Rules.Duty("d", Cell.Incident) with { When = Conditions.That(truth) });

        law.Decides(Asks.Pull(Cell.Incident)).OutcomeOf(Cell.Incident).ShouldBe(expected);
    }

    // A duty the holder invokes applies unless a known fact makes it False.
    [Theory]
    [InlineData(Truth.True, Outcome.Must)]
    [InlineData(Truth.Unknown, Outcome.Must)]
    [InlineData(Truth.False, Outcome.Withhold)]
    public void ADutyTheHolderInvokes_AppliesUnless_AKnownFactMakesItFalse(Truth truth, Outcome expected)
    {
        var law = Law.Of(Rules.OwnDuty("d", Cell.Incident) with { When = Conditions.That(truth) });

        law.Decides(Asks.Push(Cell.Incident)).OutcomeOf(Cell.Incident).ShouldBe(expected);
    }

    // Only the holder invokes the holder's own-initiative duty.
    [Fact]
    public void OnlyTheHolder_InvokesTheHoldersOwnInitiativeDuty_APullOpensNothing()
    {
        var everyFlow = MemberSet<Flow>.Of(Flow.Pull, Flow.Push, Flow.Asked);
        var law = Law.Of(Rules.OwnDuty("d", Cell.Incident) with { Flows = everyFlow });
        var claimed = Asks.Pull(Cell.Incident).Bring(new Evidence { Report = Asks.Report });

        law.Decides(claimed).OutcomeOf(Cell.Incident).ShouldBe(Outcome.Withhold);
    }

    [Fact]
    public void Duty_BasisImpliedByEvidence_IsOwed()
    {
        var law = Law.Of(Rules.OwnDuty("d", Cell.Incident) with { Bases = MemberSet<Basis>.Of(Basis.DutyToReport) });
        var silent = Asks.Push(Cell.Incident) with { Asserted = default };

        law.Decides(silent).Must.IsEmpty.ShouldBeTrue();
        law.Decides(silent.Bring(new Evidence { Report = Asks.Report })).Must.ShouldBe(CellSet.Of(Cell.Incident));
        law.Decides(silent with { Asserted = MemberSet<Basis>.Of(Basis.DutyToReport) })
            .Must.ShouldBe(CellSet.Of(Cell.Incident));
    }

    [Fact]
    public void Duty_OrderWithScope_StaysInside()
    {
        var law = Law.Of(Rules.Duty("d", Cell.Incident, Cell.Attendance) with { Within = Scope.Order });
        var request = Asks.Pull(Cell.Incident, Cell.Attendance);

        law.Decides(request).Must.IsEmpty.ShouldBeTrue();
        law.Decides(request.Bring(new Evidence { Order = Asks.Order(Cell.Attendance, Cell.Finances) }))
            .Must.ShouldBe(CellSet.Of(Cell.Attendance));
    }

    [Theory]
    [InlineData(Truth.True, false)]
    [InlineData(Truth.Unknown, true)]
    public void Duty_FactUnknown_OnlyComesNear(Truth truth, bool near)
    {
        var law = Law.Of(Rules.Duty("d", Cell.Incident) with { When = Conditions.That(truth) });

        law.Decides(Asks.Pull(Cell.Incident)).Applied.ShouldHaveSingleItem().Near.ShouldBe(near);
    }

    [Theory]
    [InlineData("2019-12-31", false)]
    [InlineData("2020-01-01", true)]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    public void Duty_LawDate_BothEndsIncluded(string date, bool owed)
    {
        var law = Law.Of(Rules.Duty("d", Cell.Incident) with { To = new DateOnly(2026, 6, 30) });
        var request = Asks.Pull(Cell.Incident) with
        {
            LawDate = DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };

        law.Decides(request).Must.IsEmpty.ShouldBe(!owed);
    }

    [Fact]
    public void Duty_ObjectionsUnread_ClosedWhereTheRuleYields()
    {
        var law = Law.Of(
            Rules.Duty("firm", Cell.Incident),
            Rules.Duty("yielding", Cell.Attendance) with { YieldsToObjection = true });
        var unread = Children.Known with { Objections = default };

        law.Decides(Asks.Pull(Cell.Incident, Cell.Attendance), unread).Must.ShouldBe(CellSet.Of(Cell.Incident));
    }
}
