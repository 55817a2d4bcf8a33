using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class VerdictTests
{
    private static readonly PolicySet Book = Law.Of(
        Rules.Base("base"),
        Rules.Opening("o", Cell.Incident) with
        {
            When = new Condition.Between(FactSlot.Age, 0, 17),
            Routes = MemberSet<Route>.Of(Route.AskThePerson),
        },
        Rules.HumanOpening("human-by-fact", Cell.Finances) with { When = Conditions.Yes(FactSlot.HiddenAddress) },
        Rules.RoutingShield("shield", Cell.Address) with { When = Conditions.Yes(FactSlot.HiddenAddress) });

    private static readonly Request Asked = Asks.Pull(Cell.Incident, Cell.Address, Cell.Finances);

    [Fact]
    public void Given_CellOpenForThisChild_TellsTheTrueRule() =>
        Decider.DecideTwice(Asked, Children.Known, Book).Given(Cell.Incident).DecidingRule!.Id.ShouldBe("o");

    [Fact]
    public void NotGiven_OpeningUnknownWithoutFacts_IsTheRoute()
    {
        var why = Decider.DecideTwice(Asked, Children.Known with { Age = 30 }, Book).NotGiven(Cell.Incident);

        why.Outcome.ShouldBe(Outcome.Withhold);
        why.DecidingRule!.Id.ShouldBe("base");
        why.Routes.ShouldBe(MemberSet<Route>.Of(Route.AskThePerson));
    }

    // The explanation of what is not given depends on the request alone.
    [Fact]
    public void TheExplanationOfWhatIsNotGiven_DependsOn_TheRequestAlone()
    {
        var shielded = Children.Known with { HiddenAddress = true };
        var open = Decider.DecideTwice(Asked, Children.Known, Book);

        foreach (var facts in new[] { shielded, Facts.None, Children.Known with { Age = 30 } })
        {
            var other = Decider.DecideTwice(Asked, facts, Book);
            foreach (var cell in Codes<Cell>.Members)
            {
                Told.Of(other.NotGiven(cell)).ShouldBe(Told.Of(open.NotGiven(cell)));
            }
        }
    }

    [Fact]
    public void NotGiven_HumanAnswersOnlyForThisChild_LooksLikeARefusal()
    {
        var verdict = Decider.DecideTwice(Asked, Children.Known with { HiddenAddress = true }, Book);

        verdict.WithFacts.OutcomeOf(Cell.Finances).ShouldBe(Outcome.RouteToHuman);
        verdict.NotGiven(Cell.Finances).Outcome.ShouldBe(Outcome.Withhold);
    }

    [Fact]
    public void DecideTwice_WithoutFacts_IsTheDecisionOnNoFacts() =>
        Told.Of(Decider.DecideTwice(Asked, Children.Known, Book).WithoutFacts)
            .ShouldBe(Told.Of(Decider.Decide(Asked, Facts.None, Book)));
}
