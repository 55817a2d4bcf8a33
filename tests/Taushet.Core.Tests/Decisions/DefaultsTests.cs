using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class DefaultsTests
{
    [Fact]
    public void Base_NothingOpens_DecidesTheRefusal()
    {
        var why = Explanation.Of(Law.Of(Rules.Base("b")).Decides(Asks.Pull(Cell.Incident)), Cell.Incident);

        why.Outcome.ShouldBe(Outcome.Withhold);
        why.DecidingRule!.Id.ShouldBe("b");
    }

    [Fact]
    public void Base_CellIsGiven_IsNotItsLaw()
    {
        var law = Law.Of(Rules.Base("b"), Rules.Duty("d", Cell.Incident));

        Explanation.Of(law.Decides(Asks.Pull(Cell.Incident)), Cell.Incident)
            .Citations.ShouldHaveSingleItem().Section.ShouldBe("d");
    }

    [Theory]
    [InlineData(Truth.True, true)]
    [InlineData(Truth.Unknown, true)]
    [InlineData(Truth.False, false)]
    public void BaseAndNotice_Condition_SpeakUnlessFalse(Truth truth, bool speak)
    {
        var condition = Conditions.That(truth);
        var law = Law.Of(Rules.Base("b") with { When = condition }, Rules.Notice("n") with { When = condition });

        law.Decides(Asks.Pull(Cell.Incident)).Applied.Length.ShouldBe(speak ? 2 : 0);
    }

    [Fact]
    public void Notice_BasisAsserted_TellsWhyItFallsShort()
    {
        var notice = Rules.Notice("n") with { Bases = MemberSet<Basis>.Of(Basis.DutyToCooperate) };
        var law = Law.Of(Rules.Base("b"), notice);
        var request = Asks.Pull(Cell.Incident);

        Sections(law, request).ShouldBe(["b"]);
        Sections(law, request with { Asserted = notice.Bases }).ShouldBe(["b", "n"]);
    }

    [Fact]
    public void Notice_OfCertainCells_SpeaksOfThoseOnly()
    {
        var law = Law.Of(Rules.Notice("n", Cell.Attendance));
        var decision = law.Decides(Asks.Pull(Cell.Incident, Cell.Attendance));

        Explanation.Of(decision, Cell.Attendance).DecidingRule!.Id.ShouldBe("n");
        Explanation.Of(decision, Cell.Incident).DecidingRule.ShouldBeNull();
    }

    private static IEnumerable<string> Sections(PolicySet law, Request request) =>
        Explanation.Of(law.Decides(request), Cell.Incident).Citations.Select(citation => citation.Section);
}
