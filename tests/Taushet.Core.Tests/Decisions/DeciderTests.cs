using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class DeciderTests
{
    private static readonly Rule Must = Rules.Duty("must", Cell.Incident);
    private static readonly Rule May = Rules.Opening("may", Cell.Incident);
    private static readonly Rule ByHolder = Rules.HolderOpening("holder", Cell.Incident);
    private static readonly Rule ForHuman = Rules.HumanOpening("human", Cell.Incident);

    [Fact]
    public void Decide_NoRules_Silence()
    {
        var decision = Law.Of().Decides(Asks.Pull(Cell.Incident));

        decision.Released.IsEmpty.ShouldBeTrue();
        decision.OutcomeOf(Cell.Incident).ShouldBe(Outcome.Withhold);
        decision.Applied.ShouldBeEmpty();
        decision.Asked.ShouldBe(CellSet.Of(Cell.Incident));
    }

    // MUST over MAY over WITHHOLD on one cell.
    [Fact]
    public void MustOverMay_OverWithhold_OnOneCell()
    {
        var decided = Children.With(Children.Standing(Cell.Incident));
        var asked = Asks.Pull(Cell.Incident);
        var silence = Rules.Base("base");

        Law.Of(silence, ForHuman, ByHolder, May, Must).Decides(asked, decided)
            .OutcomeOf(Cell.Incident).ShouldBe(Outcome.Must);
        Law.Of(silence, ForHuman, ByHolder, May).Decides(asked, decided)
            .OutcomeOf(Cell.Incident).ShouldBe(Outcome.MayOnRequest);
        Law.Of(silence, ForHuman, ByHolder).Decides(asked, decided)
            .OutcomeOf(Cell.Incident).ShouldBe(Outcome.MayByHolder);
        Law.Of(silence, ForHuman).Decides(asked, decided).OutcomeOf(Cell.Incident).ShouldBe(Outcome.RouteToHuman);
        Law.Of(silence).Decides(asked, decided).OutcomeOf(Cell.Incident).ShouldBe(Outcome.Withhold);
    }

    [Fact]
    public void Decide_HolderHasNotDecidedButAHumanMustAnswer_RoutesToTheHuman() =>
        Law.Of(ByHolder, ForHuman).Decides(Asks.Pull(Cell.Incident))
            .OutcomeOf(Cell.Incident).ShouldBe(Outcome.RouteToHuman);

    [Fact]
    public void Extent_RuleForAHumanNamesTheWhole_StaysRelevant() =>
        ExtentWith(ForHuman, Children.Known).ShouldBe(Extent.Relevant);

    [Fact]
    public void Extent_HolderMayGiveTheWholeButHasNotDecided_StaysRelevant()
    {
        ExtentWith(ByHolder, Children.Known).ShouldBe(Extent.Relevant);
        ExtentWith(ByHolder, Children.With(Children.Standing(Cell.Incident))).ShouldBe(Extent.All);
    }

    [Fact]
    public void Extent_TwoRulesThatGive_TheWiderHolds() => ExtentWith(May, Children.Known).ShouldBe(Extent.All);

    [Fact]
    public void Decide_ManyRules_AppliedInTheOrderOfTheLadderThenById()
    {
        var law = Law.Of(
            Rules.Base("c"),
            Rules.Opening("b", Cell.Incident),
            Rules.Opening("B", Cell.Incident),
            Rules.Duty("z", Cell.Incident));

        law.Decides(Asks.Pull(Cell.Incident)).Applied.Select(applied => applied.Rule.Id).ShouldBe(["z", "B", "b", "c"]);
    }

    [Fact]
    public void Decide_OtherHolderReceiverOrFlow_NoConcern()
    {
        var asked = Asks.Pull(Cell.Incident);

        Law.Of(Must with { Holders = ServiceSet.Of(Service.Police) }).Decides(asked).Applied.ShouldBeEmpty();
        Law.Of(Must with { Receivers = ServiceSet.Of(Service.Police) }).Decides(asked).Applied.ShouldBeEmpty();
        Law.Of(Must with { Flows = MemberSet<Flow>.Of(Flow.Push) }).Decides(asked).Applied.ShouldBeEmpty();
    }

    [Fact]
    public void Decide_ServiceOutsideTheVocabulary_Silence()
    {
        var request = Asks.Pull(Cell.Incident);

        Law.Of(Must).Decides(request with { Receiver = request.Receiver with { Service = default } })
            .Released.IsEmpty.ShouldBeTrue();
    }

    private static Extent ExtentWith(Rule wide, Facts facts)
    {
        var narrow = Rules.Opening("narrow") with { Relevant = CellSet.Of(Cell.Incident) };
        return Law.Of(narrow, wide).Decides(Asks.Pull(Cell.Incident), facts).ExtentOf(Cell.Incident);
    }
}
