using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class EndangermentTests
{
    private static readonly Rule Danger = Rules.Danger("danger", Cell.Incident) with
    {
        Obligations = MemberSet<Obligation>.Of(Obligation.DoNotInformParents),
        ClosesTraits = MemberSet<Trait>.Of(Trait.FreeText),
    };

    private static readonly Rule Duty = Rules.Duty("d", Cell.Incident, Cell.Attendance) with
    {
        Obligations = MemberSet<Obligation>.Of(Obligation.InformChild),
    };

    public static TheoryData<Service> Services() => [.. Codes<Service>.Members.Where(service => (int)service < 100)];

    [Theory]
    [InlineData(Service.ParentWithResponsibility)]
    [InlineData(Service.ParentWithoutResponsibility)]
    [InlineData(Service.Child)]
    [InlineData(Service.FosterParentOrInstitution)]
    [InlineData(Service.PrivatePerson)]
    public void Danger_PrivateReceiver_ClosesEvenWhatIsOwed(Service receiver)
    {
        var request = Asks.ParentAsks(Cell.Incident, Cell.Attendance);

        var decision = Law.Of(Danger, Duty).Decides(request with { Receiver = request.Receiver with { Service = receiver } });

        decision.Released.ShouldBe(CellSet.Of(Cell.Attendance));
        decision.OutcomeOf(Cell.Incident).ShouldBe(Outcome.Withhold);
        decision.ClosedTraits.Contains(Trait.FreeText).ShouldBeTrue();
        decision.Obligations.Contains(Obligation.DoNotInformParents).ShouldBeTrue();
    }

    // The endangerment step never changes what a service receives under a duty.
    [Theory]
    [MemberData(nameof(Services))]
    public void TheEndangermentStep_NeverChanges_WhatAServiceReceivesUnderADuty(Service receiver)
    {
        var request = Asks.Pull(Cell.Incident, Cell.Attendance);

        var decision = Law.Of(Danger, Duty).Decides(request with { Receiver = request.Receiver with { Service = receiver } });

        decision.Released.ShouldBe(CellSet.Of(Cell.Incident, Cell.Attendance));
        decision.Obligations.ShouldBe(Duty.Obligations);
        decision.ClosedTraits.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Truth.True, true)]
    [InlineData(Truth.Unknown, true)]
    [InlineData(Truth.False, false)]
    public void Danger_Condition_ClosesUnlessFalse(Truth truth, bool closed)
    {
        var law = Law.Of(Danger with { When = Conditions.That(truth) }, Duty);

        law.Decides(Asks.ParentAsks(Cell.Incident)).Released.IsEmpty.ShouldBe(closed);
    }

    [Fact]
    public void Danger_OpenedByRightConsentOrHolder_ClosesAll()
    {
        var law = Law.Of(Danger, Rules.Opening("o", Cell.Incident), Rules.HolderOpening("h", Cell.Incident));
        var request = Asks.ParentAsks(Cell.Incident)
            .Bring(new Evidence { HolderDecision = new(EvidenceLevel.Asserted, CellSet.All) });

        var decision = law.Decides(request);

        decision.Released.IsEmpty.ShouldBeTrue();
        decision.HolderMayGive.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Danger_EverythingOwedIsClosed_ObligationsOfTheDutyFallAway()
    {
        var decision = Law.Of(Danger, Duty).Decides(Asks.ParentAsks(Cell.Incident));

        decision.Obligations.Contains(Obligation.InformChild).ShouldBeFalse("nothing is given");
    }
}
