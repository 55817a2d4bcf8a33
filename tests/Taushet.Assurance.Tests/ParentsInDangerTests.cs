using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Assurance.Tests;

/// <summary>What the table cannot tell apart, since two rules on danger say the same of every decision where the address is hidden.</summary>
public sealed class ParentsInDangerTests
{
    private static readonly PolicySet Policies = PolicyFolder.Book.Policies;

    [Fact]
    public void ContactBanAndDangerToLife_TowardsAParent_NothingThatLocatesTheChild()
    {
        var told = Push() with { Evidence = new Evidence { Danger = new DangerEvidence(default, LifeOrHealth: true, StillPossible: true) } };

        Decider.Decide(told, Banned, Policies).ClosedTraits.Contains(Trait.LocatesChild).ShouldBeTrue();
    }

    [Fact]
    public void ContactBan_TheRefusalOfTheEventItself_SaysNotToInformTheParents() =>
        Decider.DecideTwice(Push(), Banned, Policies).NotGiven(Cell.Incident).Obligations.Contains(Obligation.DoNotInformParents).ShouldBeTrue();

    private static Facts Banned => new()
    {
        Age = 9,
        Grading = Grading.Ungraded,
        Care = CareSituation.Parents,
        HiddenAddress = false,
        ContactBan = true,
        Responsibility = ParentalResponsibility.JointTogether,
    };

    private static Request Push() => new()
    {
        Flow = Flow.Push,
        Holder = new PartyRef(string.Empty, string.Empty, Service.CultureAndLeisure, ServiceForm.Municipal),
        Receiver = new PartyRef(string.Empty, string.Empty, Service.ParentWithResponsibility, Known<ServiceForm>.Unknown),
        Needs = new NeedList([(Need.Protect, CellSet.All)]),
        LawDate = new DateOnly(2026, 11, 21),
    };
}
