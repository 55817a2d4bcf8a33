using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class HolderChoiceTests
{
    private static readonly PolicySet HolderMay = Law.Of(Rules.HolderOpening("h", Cell.Incident, Cell.Attendance));

    private static readonly CellSet Incident = CellSet.Of(Cell.Incident);

    [Fact]
    public void Choice_NoDecision_ReleasesWhatWithholdReleases()
    {
        var decision = HolderMay.Decides(Asks.Pull(Cell.Incident));

        decision.HolderMayGive.ShouldBe(Incident);
        decision.Released.IsEmpty.ShouldBeTrue();
        decision.OutcomeOf(Cell.Incident).ShouldBe(Outcome.Withhold);
        Explanation.Of(decision, Cell.Incident).Routes.Contains(Route.AskHolder).ShouldBeTrue();
    }

    [Fact]
    public void Choice_StandingDecision_ReleasesItsCells()
    {
        var decision = HolderMay.Decides(
            Asks.Pull(Cell.Incident, Cell.Attendance),
            Children.With(Children.Standing(Cell.Incident)));

        decision.Released.ShouldBe(Incident);
        decision.OutcomeOf(Cell.Incident).ShouldBe(Outcome.MayByHolder);
    }

    [Fact]
    public void Choice_StandingDecisionForAnotherReceiverOrPurpose_DoesNotCount()
    {
        var standing = Children.Standing(Cell.Incident);

        Released(standing with { Receiver = Service.Police }).IsEmpty.ShouldBeTrue();
        Released(standing with { Purpose = Purpose.Aftercare }).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Choice_StandingDecisionsUnread_AreNone() =>
        HolderMay.Decides(Asks.Pull(Cell.Incident), Children.Known with { StandingDecisions = default })
            .Released.IsEmpty.ShouldBeTrue();

    // In a pull the asker's word is never the holder's decision.
    [Theory]
    [InlineData(Flow.Pull, false)]
    [InlineData(Flow.Push, true)]
    [InlineData(Flow.Asked, true)]
    public void InAPull_TheAskersWordIsNever_TheHoldersDecision(Flow flow, bool counts)
    {
        var request = Asks.Pull(Cell.Incident)
            .Bring(new Evidence { HolderDecision = new(EvidenceLevel.Asserted, CellSet.All) });

        HolderMay.Decides(request with { Flow = flow }).Released.ShouldBe(counts ? Incident : CellSet.Empty);
    }

    [Fact]
    public void Choice_OnADuty_TouchesNothing()
    {
        var law = Law.Of(Rules.Duty("d", Cell.Incident));

        law.Decides(Asks.Pull(Cell.Incident), Children.With(Children.Standing(Cell.Attendance)))
            .Released.ShouldBe(Incident);
    }

    private static CellSet Released(StandingDecisionFact standing) =>
        HolderMay.Decides(Asks.Pull(Cell.Incident), Children.With(standing)).Released;
}
