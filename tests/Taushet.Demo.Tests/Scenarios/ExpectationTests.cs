using Google.Protobuf;
using Taushet.Demo.Scenarios;
using Taushet.Demo.Town;
using Taushet.V1;
using Route = Taushet.V1.Route;

namespace Taushet.Demo.Tests.Scenarios;

/// <summary>An answer that differs from its story in anything at all is a broken proof.</summary>
public class ExpectationTests
{
    private static readonly Scenario Story = new()
    {
        Name = "name",
        Story = "story",
        Caller = Organisations.Barnevern,
        Inquiry = new Inquiry(),
        Gives = [Cell.Identity, Cell.Attendance],
        ByHand = [Cell.GradedAddress],
        ByHuman = [Cell.Investigation],
        Cites = ["bvl § 13-4"],
        Obliges = [Obligation.AnswerWithoutDelay],
        Routes = [Route.HumanAnswers],
    };

    [Fact]
    public void Of_TheAnswerTheStoryTells_Holds() => Broken(AsTold()).ShouldBe(0);

    [Fact]
    public void Of_ATopicOfWhatIsGiven_MayBeGivenOrNot()
    {
        var given = AsTold();
        given[0].Cells.Add(Cell.IdentityNationalNumber);
        var withheld = AsTold();
        withheld[3].Cells.Add(Cell.IdentityNationalNumber);

        Broken(given).ShouldBe(0);
        Broken(withheld).ShouldBe(0);
    }

    [Fact]
    public void Of_ACellTooMany_IsBroken() => BrokenWhen(groups => groups[0].Cells.Add(Cell.Finances));

    [Fact]
    public void Of_ACellTooFew_IsBroken() => BrokenWhen(groups => groups[0].Cells.Remove(Cell.Attendance));

    [Fact]
    public void Of_AnotherOutcome_IsBroken() => BrokenWhen(groups => groups[0].Outcome = Outcome.MayOnRequest);

    [Fact]
    public void Of_AChoiceOfTheHolders_IsBroken() => BrokenWhen(groups => groups[3].Outcome = Outcome.MayByHolder);

    [Fact]
    public void Of_NotNow_IsBroken() => BrokenWhen(groups => groups[0].Reason = ReasonCode.NotNow);

    [Fact]
    public void Of_WhatGoesByHandGivenByMachine_IsBroken() => BrokenWhen(groups => groups[1].Reason = ReasonCode.Unspecified);

    [Fact]
    public void Of_NoHuman_IsBroken() => BrokenWhen(groups => groups[2].Outcome = Outcome.Withhold);

    [Fact]
    public void Of_AnotherSection_IsBroken() => BrokenWhen(groups => groups[0].Citations[0].Section = "13-2");

    [Fact]
    public void Of_AnObligationUntold_IsBroken() => BrokenWhen(groups => groups[0].Obligations.Clear());

    [Fact]
    public void Of_ARouteUntold_IsBroken() => BrokenWhen(groups => groups[2].Routes.Clear());

    private static void BrokenWhen(Action<CellGroup[]> change)
    {
        var groups = AsTold();
        change(groups);

        Broken(groups).ShouldBe(1);
    }

    private static int Broken(CellGroup[] groups) => Expectation.Of(
        Story,
        new Answer(ByteString.Empty, groups, Information: null, new Receipt(), ByteString.Empty)).Count(proof => !proof.Holds);

    private static CellGroup[] AsTold() =>
    [
        new CellGroup
        {
            Cells = { Cell.Identity, Cell.Attendance },
            Outcome = Outcome.Must,
            Citations = { new Citation { Act = "bvl", Section = "13-4", Paragraph = 1 } },
            Obligations = { Obligation.AnswerWithoutDelay },
        },
        new CellGroup { Cells = { Cell.GradedAddress }, Outcome = Outcome.Must, Reason = ReasonCode.ByHand },
        new CellGroup { Cells = { Cell.Investigation }, Outcome = Outcome.RouteToHuman, Routes = { Route.HumanAnswers } },
        new CellGroup { Cells = { Cell.FamilySituation }, Outcome = Outcome.Withhold, Reason = ReasonCode.NotPermitted },
    ];
}
