using Taushet.Core.Decisions;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class ExplanationTests
{
    [Fact]
    public void Of_SeveralRulesGive_EarliestDecidesAndAllAreCitedOnce()
    {
        var shared = Rules.CitationOf("shared");
        var law = Law.Of(
            Rules.Opening("b", Cell.Incident) with { Citations = [shared, Rules.CitationOf("b")] },
            Rules.Opening("a", Cell.Incident) with { Citations = [Rules.CitationOf("a"), shared] });

        var why = Explanation.Of(law.Decides(Asks.Pull(Cell.Incident)), Cell.Incident);

        why.DecidingRule!.Id.ShouldBe("a");
        why.Citations.Select(citation => citation.Section).ShouldBe(["a", "shared", "b"]);
    }

    [Fact]
    public void Of_GivenCell_TellsNoRoutes()
    {
        var law = Law.Of(Rules.Opening("o", Cell.Incident) with { Routes = MemberSet<Route>.Of(Route.Appeal) });

        Explanation.Of(law.Decides(Asks.Pull(Cell.Incident)), Cell.Incident).Routes.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Of_NoRuleSpeaks_WithholdWithoutLaw()
    {
        var why = Explanation.Of(Law.Of().Decides(Asks.Pull(Cell.Incident)), Cell.Incident);

        why.Outcome.ShouldBe(Outcome.Withhold);
        why.DecidingRule.ShouldBeNull();
        why.Citations.ShouldBeEmpty();
        why.Extent.ShouldBe(Extent.All);
    }

    [Fact]
    public void Of_OwedRelevant_CarriesTheExtent()
    {
        var law = Law.Of(Rules.Duty("d") with { Relevant = CellSet.Of(Cell.ThirdPerson) });

        Explanation.Of(law.Decides(Asks.Pull(Cell.ThirdPerson)), Cell.ThirdPerson).Extent.ShouldBe(Extent.Relevant);
    }

    [Fact]
    public void OfRefusal_WouldBeGivenWithoutFacts_IsStillARefusal()
    {
        var law = Law.Of(Rules.Opening("o", Cell.Incident), Rules.Base("b"));

        var why = Explanation.OfRefusal(law.Decides(Asks.Pull(Cell.Incident), Facts.None), Cell.Incident);

        why.Outcome.ShouldBe(Outcome.Withhold);
        why.DecidingRule!.Id.ShouldBe("b");
    }

    [Fact]
    public void OfRefusal_HumanAnswersWhateverTheChild_SaysSo()
    {
        var law = Law.Of(Rules.HumanOpening("h", Cell.Incident) with { Routes = MemberSet<Route>.Of(Route.HumanAnswers) });

        var why = Explanation.OfRefusal(law.Decides(Asks.Pull(Cell.Incident), Facts.None), Cell.Incident);

        why.Outcome.ShouldBe(Outcome.RouteToHuman);
        why.DecidingRule!.Id.ShouldBe("h");
        why.Routes.ShouldBe(MemberSet<Route>.Of(Route.HumanAnswers));
    }

    [Fact]
    public void OfRefusal_ShieldOnTheCell_BaseStandsFirstAndTheShieldIsCited()
    {
        var law = Law.Of(Rules.Base("z-base"), Rules.RoutingShield("a-shield", Cell.Address));

        var why = Explanation.OfRefusal(law.Decides(Asks.Pull(Cell.Address), Facts.None), Cell.Address);

        why.DecidingRule!.Id.ShouldBe("z-base");
        why.Citations.Length.ShouldBe(2);
    }

    [Fact]
    public void OfRefusal_ShieldOnEveryCell_TellsNothingOfThisOne()
    {
        var blanket = Rules.RoutingShield("a-shield") with { Cells = CellSet.All, Routes = MemberSet<Route>.Of(Route.Appeal) };
        var law = Law.Of(Rules.Base("z-base"), blanket);

        var why = Explanation.OfRefusal(law.Decides(Asks.Pull(Cell.Address), Facts.None), Cell.Address);

        why.Citations.Length.ShouldBe(1);
        why.Routes.Contains(Route.Appeal).ShouldBeFalse();
    }
}
