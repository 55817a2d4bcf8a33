using Taushet.Core.Tests.Building;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Reading;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Trail.Reading;

public sealed class RecordedDecisionTests
{
    [Fact]
    public void Read_WhatAnyDecisionWrites_TellsTheSame() => AnyWorld.Holds(world =>
    {
        var decision = world.Decide();

        var read = RecordedDecision.Read(DecisionText.Write(decision));

        read.Asked.ShouldBe(decision.Asked);
        read.Must.ShouldBe(decision.Must);
        read.ByHand.ShouldBe(decision.ByHand);
        read.MayOnRequest.ShouldBe(decision.MayOnRequest);
        read.RoutedToHuman.ShouldBe(decision.RoutedToHuman);
        read.Relevant.ShouldBe(decision.Relevant);
        read.Obligations.ShouldBe(decision.Obligations);
        read.Rules.Select(rule => (rule.Id, rule.Near, rule.Cells))
            .ShouldBe(decision.Applied.Select(applied => (applied.Rule.Id, applied.Near, applied.Cells)));
        return decision.Asked.ToList().All(cell => read.Outcomes.Contains(decision.OutcomeOf(cell)));
    });

    [Fact]
    public void Read_TextOfAnotherKindOfEntry_IsNoDecision() => RecordedDecision.Read("denied\n").ShouldBe(RecordedDecision.None);

    [Fact]
    public void Read_ALineItDoesNotKnow_Throws() =>
        Should.Throw<FormatException>(() => RecordedDecision.Read("decision.v1\nsurprise ATT\n"));

    [Fact]
    public void Read_ACodeItDoesNotKnow_Throws() =>
        Should.Throw<FormatException>(() => RecordedDecision.Read("decision.v1\nasked SURPRISE\n"));

    [Fact]
    public void Withheld_AskedAndNotGiven_IsWhatIsLeft()
    {
        var read = RecordedDecision.Read("decision.v1\nasked REL ATT\nmust ATT\n");

        read.Withheld.ShouldBe(CellSet.Of(Cell.ClientRelation));
        read.Outcomes.ShouldBe(MemberSet<Outcome>.Of(Outcome.Must, Outcome.Withhold));
    }
}
