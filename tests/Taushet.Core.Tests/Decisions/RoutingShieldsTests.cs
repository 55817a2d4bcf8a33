using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class RoutingShieldsTests
{
    private static readonly MemberSet<Obligation> ManualChannel = MemberSet<Obligation>.Of(Obligation.ManualChannelNow);

    private static readonly Rule Shield = Rules.RoutingShield("s", Cell.GradedAddress) with
    {
        Obligations = ManualChannel,
        ClosesTraits = MemberSet<Trait>.Of(Trait.LocatesChild),
    };

    [Fact]
    public void Shield_OnWhatIsOwed_TravelsByHandAtOnce()
    {
        var law = Law.Of(Shield, Rules.Duty("d", Cell.GradedAddress, Cell.Incident));

        var decision = law.Decides(Asks.Pull(Cell.GradedAddress, Cell.Incident));

        decision.OutcomeOf(Cell.GradedAddress).ShouldBe(Outcome.Must);
        decision.ByHand.ShouldBe(CellSet.Of(Cell.GradedAddress));
        decision.Released.ShouldBe(CellSet.Of(Cell.Incident));
        decision.Obligations.ShouldBe(ManualChannel);
        decision.ClosedTraits.Contains(Trait.LocatesChild).ShouldBeTrue();
    }

    // INVARIANT: under a blanket shield a pull is answered with silence, also where something is owed by hand.
    [Fact]
    public void Shield_OnEverything_IsSilentTowardsOneWhoPullsAlone()
    {
        var blanket = Shield with { Id = "all", Cells = CellSet.All };
        var owed = Rules.Duty("d", Cell.Incident);

        Law.Of(blanket, owed).Decides(Asks.Pull(Cell.Incident)).ByHandInSilence.ShouldBe(CellSet.Of(Cell.Incident));
        Law.Of(blanket, owed).Decides(Asks.Push(Cell.Incident)).ByHandInSilence.ShouldBe(CellSet.Empty);
        Law.Of(Shield with { Cells = CellSet.Of(Cell.Incident) }, owed).Decides(Asks.Pull(Cell.Incident)).ByHandInSilence.ShouldBe(CellSet.Empty);
    }

    [Fact]
    public void Shield_OnWhatAnOpeningNames_StaysClosed()
    {
        var law = Law.Of(
            Shield,
            Rules.Opening("o", Cell.GradedAddress) with { Relevant = CellSet.Of(Cell.GradedAddress) },
            Rules.Consent("c", Cell.GradedAddress) with { Relevant = CellSet.Of(Cell.GradedAddress) });

        var decision = law.Decides(
            Asks.Pull(Cell.GradedAddress),
            Children.With(Children.Consent(Cell.GradedAddress)));

        decision.OutcomeOf(Cell.GradedAddress).ShouldBe(Outcome.Withhold);
        decision.Obligations.IsEmpty.ShouldBeTrue();
        decision.ReliedConsents.ShouldBeEmpty();
    }

    // A rule that closes applies unless False.
    [Theory]
    [InlineData(Truth.True, true)]
    [InlineData(Truth.Unknown, true)]
    [InlineData(Truth.False, false)]
    public void ARuleThatCloses_AppliesUnless_False(Truth truth, bool closed)
    {
        var law = Law.Of(Shield with { When = Conditions.That(truth) }, Rules.Opening("o", Cell.GradedAddress));

        law.Decides(Asks.Pull(Cell.GradedAddress)).Released.IsEmpty.ShouldBe(closed);
    }

    [Fact]
    public void Shield_TowardsAParentWithARight_ClosesInsteadOfCarrying()
    {
        var law = Law.Of(Shield, Rules.Duty("d", Cell.GradedAddress, Cell.Incident));

        var decision = law.Decides(Asks.ParentAsks(Cell.GradedAddress, Cell.Incident));

        decision.OutcomeOf(Cell.GradedAddress).ShouldBe(Outcome.Withhold);
        decision.ByHand.IsEmpty.ShouldBeTrue();
        decision.Must.ShouldBe(CellSet.Of(Cell.Incident));
        decision.Obligations.IsEmpty.ShouldBeTrue("a channel by hand would tell the parent of the shield");
    }

    [Fact]
    public void Shield_ExplanationOfWhatIsOwed_CitesDutyThenShield()
    {
        var law = Law.Of(Shield, Rules.Duty("d", Cell.GradedAddress));

        var why = Explanation.Of(law.Decides(Asks.Pull(Cell.GradedAddress)), Cell.GradedAddress);

        why.DecidingRule!.Id.ShouldBe("d");
        why.Citations.Select(citation => citation.Section).ShouldBe(["d", "s"]);
        why.Obligations.ShouldBe(ManualChannel);
    }

    [Fact]
    public void Shield_ExplanationOfWhatIsNotOwed_CarriesNoChannel()
    {
        var law = Law.Of(Shield, Rules.Base("b"));
        var decision = law.Decides(Asks.Pull(Cell.GradedAddress));

        Explanation.Of(decision, Cell.GradedAddress).Obligations.IsEmpty.ShouldBeTrue();
        Explanation.OfRefusal(decision, Cell.GradedAddress).Obligations.IsEmpty.ShouldBeTrue();
    }
}
