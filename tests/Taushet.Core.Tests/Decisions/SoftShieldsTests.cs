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

    /// <summary>INVARIANT: under a blanket shield nothing is opened that no duty covers, not even what an opening names.</summary>
    [Fact]
    public void Shield_OnEveryCell_ClosesAlsoWhatAnOpeningNamesAndNoDuty()
    {
        var blanket = Shield with { Cells = CellSet.All };
        var law = Law.Of(
            blanket,
            Rules.Opening("o", Cell.ClientRelation) with { Relevant = Shielded },
            Rules.Duty("d", Cell.Incident));

        var decision = law.Decides(Asks.Pull(Cell.ThirdPerson, Cell.ClientRelation, Cell.Incident));

        decision.Released.ShouldBe(CellSet.Of(Cell.Incident));
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
