using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class ObligationsTests
{
    private static readonly MemberSet<Obligation> Log = MemberSet<Obligation>.Of(Obligation.LogAccess);

    [Fact]
    public void Obligations_OfTheRuleThatGives_ComeAlong()
    {
        var law = Law.Of(Rules.Opening("o", Cell.Incident) with { Obligations = Log });

        law.Decides(Asks.Pull(Cell.Incident)).Obligations.ShouldBe(Log);
    }

    // Where one rule says to inform the parents and another not to, they are not informed.
    [Fact]
    public void Obligations_ToInformTheParentsAndNotTo_TheyAreNotInformed()
    {
        var law = Law.Of(
            Rules.Opening("o", Cell.Incident) with { Obligations = MemberSet<Obligation>.Of(Obligation.InformParents, Obligation.LogAccess) },
            Rules.Obliges("not", Obligation.DoNotInformParents));

        var decision = law.Decides(Asks.Pull(Cell.Incident));

        var left = MemberSet<Obligation>.Of(Obligation.LogAccess, Obligation.DoNotInformParents);
        decision.Obligations.ShouldBe(left);
        Explanation.Of(decision, Cell.Incident).Obligations.ShouldBe(left);
    }

    [Fact]
    public void Obligations_RuleThatOpensNothingAsked_StayAway()
    {
        var law = Law.Of(Rules.Opening("o", Cell.Incident) with { Obligations = Log });

        law.Decides(Asks.Pull(Cell.Attendance)).Obligations.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Obligations_RuleOnlyNear_StayAway()
    {
        var law = Law.Of(
            Rules.Opening("o", Cell.Incident) with { Obligations = Log, When = Conditions.Unknown },
            Rules.Obliges("all", Obligation.RecordDisclosure));

        law.Decides(Asks.Pull(Cell.Incident)).Obligations.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Obligations_OutcomeForAHuman_StayAway()
    {
        var law = Law.Of(
            Rules.HumanOpening("h", Cell.Incident) with { Obligations = Log },
            Rules.Obliges("all", Obligation.RecordDisclosure));

        law.Decides(Asks.Pull(Cell.Incident)).Obligations.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Obligations_HolderHasNotDecided_NothingIsGivenSoNothingIsObliged()
    {
        var law = Law.Of(
            Rules.HolderOpening("h", Cell.Incident) with { Obligations = Log },
            Rules.Obliges("all", Obligation.RecordDisclosure));
        var decided = Children.With(Children.Standing(Cell.Incident));

        law.Decides(Asks.Pull(Cell.Incident)).Obligations.IsEmpty.ShouldBeTrue();
        law.Decides(Asks.Pull(Cell.Incident), decided).Obligations
            .ShouldBe(Log | MemberSet<Obligation>.Of(Obligation.RecordDisclosure));
    }

    [Theory]
    [InlineData("d", true)]
    [InlineData("other", false)]
    public void Obligation_ComesWithCertainRules_OnlyWithThose(string comesWith, bool comes)
    {
        var law = Law.Of(
            Rules.Duty("d", Cell.Incident),
            Rules.Obliges("x", Obligation.JournalEntry) with { ComesWith = [comesWith] });

        law.Decides(Asks.Pull(Cell.Incident)).Obligations.Contains(Obligation.JournalEntry).ShouldBe(comes);
    }

    [Theory]
    [InlineData(Truth.True, true)]
    [InlineData(Truth.Unknown, true)]
    [InlineData(Truth.False, false)]
    public void Obligation_Condition_BindsUnlessFalse(Truth truth, bool binds)
    {
        var law = Law.Of(
            Rules.Duty("d", Cell.Incident),
            Rules.Obliges("x", Obligation.JournalEntry) with { When = Conditions.That(truth) });

        law.Decides(Asks.Pull(Cell.Incident)).Obligations.IsEmpty.ShouldBe(!binds);
    }

    [Fact]
    public void Obligation_Explanation_CitesItWithWhatIsGiven()
    {
        var law = Law.Of(Rules.Duty("d", Cell.Incident), Rules.Obliges("x", Obligation.JournalEntry), Rules.Base("b"));
        var decision = law.Decides(Asks.Pull(Cell.Incident, Cell.Attendance));

        var given = Explanation.Of(decision, Cell.Incident);
        given.Citations.Select(citation => citation.Section).ShouldBe(["d", "x"]);
        given.Obligations.Contains(Obligation.JournalEntry).ShouldBeTrue();
        Explanation.Of(decision, Cell.Attendance).Obligations.IsEmpty.ShouldBeTrue();
    }
}
