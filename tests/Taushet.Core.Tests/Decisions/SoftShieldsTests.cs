using Taushet.Core.Policies;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class SoftShieldsTests
{
    private static readonly Rule Shield = Rules.SoftShield("s", Cell.ThirdPerson);

    private static readonly CellSet Shielded = CellSet.Of(Cell.ThirdPerson);

    [Theory]
    [InlineData(Truth.True, true)]
    [InlineData(Truth.Unknown, true)]
    [InlineData(Truth.False, false)]
    public void Shield_Condition_ClosesUnlessFalse(Truth truth, bool closed)
    {
        var law = Law.Of(Shield with { When = Conditions.That(truth) }, Rules.Opening("o", Cell.ThirdPerson));

        law.Decides(Asks.Pull(Cell.ThirdPerson)).Released.IsEmpty.ShouldBe(closed);
    }

    [Fact]
    public void Shield_DutyCoversTheCell_IsOwedInFull()
    {
        var decision = Law.Of(Shield, Rules.Duty("d", Cell.ThirdPerson)).Decides(Asks.Pull(Cell.ThirdPerson));

        decision.OutcomeOf(Cell.ThirdPerson).ShouldBe(Outcome.Must);
        decision.ExtentOf(Cell.ThirdPerson).ShouldBe(Extent.All);
        decision.ByHand.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Shield_OpeningNamesTheCell_YieldsRelevantEntriesOnly()
    {
        var law = Law.Of(Shield, Rules.Opening("o", Cell.Incident) with { Relevant = Shielded });

        var decision = law.Decides(Asks.Pull(Cell.ThirdPerson, Cell.Incident));

        decision.OutcomeOf(Cell.ThirdPerson).ShouldBe(Outcome.MayOnRequest);
        decision.ExtentOf(Cell.ThirdPerson).ShouldBe(Extent.Relevant);
        decision.ExtentOf(Cell.Incident).ShouldBe(Extent.All);
    }

    [Fact]
    public void Shield_ConsentNamesTheCell_YieldsRelevantEntriesOnly()
    {
        var shield = Rules.SoftShield("s", Cell.ChildStatement);
        var relevant = CellSet.Of(Cell.ChildStatement);
        var law = Law.Of(shield, Rules.Consent("c", Cell.ChildStatement) with { Relevant = relevant });

        var decision = law.Decides(Asks.Pull(Cell.ChildStatement), Children.With(Children.Consent(Cell.ChildStatement)));

        decision.OutcomeOf(Cell.ChildStatement).ShouldBe(Outcome.MayOnRequest);
        decision.ExtentOf(Cell.ChildStatement).ShouldBe(Extent.Relevant);
    }
}
