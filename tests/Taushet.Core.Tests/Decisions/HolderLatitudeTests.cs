using Taushet.Core.Decisions;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class HolderLatitudeTests
{
    [Fact]
    public void Of_RulesThatLeaveAChoice_AreWhatCanBeDecidedBeforehand() =>
        Of(Rules.HolderOpening("h", Cell.Incident), Rules.HolderOpening("i", Cell.Attendance) with { Relevant = CellSet.Of(Cell.Clinical) })
            .ShouldBe(CellSet.Of(Cell.Incident, Cell.Attendance, Cell.Clinical));

    [Fact]
    public void Of_WhatIsOwedOrCollectedOrForAHuman_IsNoChoice() =>
        Of(Rules.Duty("d", Cell.Incident), Rules.Opening("o", Cell.Attendance), Rules.HumanOpening("p", Cell.Clinical))
            .IsEmpty.ShouldBeTrue();

    [Fact]
    public void Of_GradedAddressAdoptionAndPrivateReporter_AreNeverDecidedBeforehand() =>
        Of(Rules.HolderOpening("h", Cell.GradedAddress, Cell.Adoption, Cell.PrivateReporter, Cell.Incident))
            .ShouldBe(CellSet.Of(Cell.Incident));

    [Fact]
    public void Of_RuleOfAnotherTimePartyFlowOrPurpose_LeavesNothing()
    {
        var rule = Rules.HolderOpening("h", Cell.Incident);

        Of(rule with { From = new DateOnly(2030, 1, 1) }).IsEmpty.ShouldBeTrue();
        Of(rule with { Holders = ServiceSet.Of(Service.Barnevern) }).IsEmpty.ShouldBeTrue();
        Of(rule with { Receivers = ServiceSet.Of(Service.Barnevern) }).IsEmpty.ShouldBeTrue();
        Of(rule with { Flows = MemberSet<Flow>.Of(Flow.Push) }).IsEmpty.ShouldBeTrue();
        Of(rule with { Purposes = MemberSet<Purpose>.Of(Purpose.Aftercare) }).IsEmpty.ShouldBeTrue();
    }

    private static CellSet Of(params Core.Policies.Rule[] rules) => HolderLatitude.Of(
        Law.Of(rules), Service.Police, Service.PrimarySchool, Purpose.ChangeOfSchool, new DateOnly(2026, 9, 1));
}
