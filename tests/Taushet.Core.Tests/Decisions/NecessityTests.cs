using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class NecessityTests
{
    private static readonly PurposeNeeds AttendanceToTeach =
        new(Purpose.ChangeOfSchool, ServiceSet.Of(Service.Barnevern), [(Need.Teach, CellSet.Of(Cell.Attendance))]);

    private static readonly CellSet Attendance = CellSet.Of(Cell.Attendance);

    [Fact]
    public void Duty_CellThatNoNeedJustifies_FallsAway() =>
        Decide(Rules.Duty("d", Cell.Incident, Cell.Attendance), Asks.Pull(Cell.Incident, Cell.Attendance))
            .Must.ShouldBe(Attendance);

    [Fact]
    public void Duty_CellThatIsNotListed_FallsAway() =>
        Decide(Rules.Duty("d", Cell.Attendance), Asks.Pull(Cell.Incident)).Must.IsEmpty.ShouldBeTrue();

    [Fact]
    public void Duty_ListedUnderAnotherNeed_FallsAway()
    {
        var treat = new NeedList([(Need.Treat, Attendance)]);

        Decide(Rules.Duty("d", Cell.Attendance), Asks.Pull() with { Needs = treat }).Must.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Duty_AlwaysNecessary_IsOwedUnlisted()
    {
        var rule = Rules.Duty("d", Cell.Incident, Cell.Identity) with { AlwaysNecessary = CellSet.Of(Cell.Identity) };

        var decision = Decide(rule, Asks.Pull(Cell.Attendance));

        decision.Must.ShouldBe(CellSet.Of(Cell.Identity));
        decision.Asked.ShouldBe(CellSet.Of(Cell.Identity, Cell.Attendance));
    }

    [Fact]
    public void Duty_ClaimedPurpose_DoesNotChangeWhatIsNecessary()
    {
        var rule = Rules.Duty("d", Cell.Attendance);

        Decide(rule, Asks.Pull(Cell.Attendance) with { Purpose = Purpose.Aftercare }).Must.ShouldBe(Attendance);
        Decide(rule, Asks.Pull(Cell.Attendance) with { Purpose = default }).Must.ShouldBe(Attendance);
    }

    [Fact]
    public void Opening_PurposeItDoesNotName_StaysClosed()
    {
        var rule = Rules.Opening("o", Cell.Attendance);

        Decide(rule, Asks.Pull(Cell.Attendance)).Released.ShouldBe(Attendance);
        Decide(rule, Asks.Pull(Cell.Attendance) with { Purpose = Purpose.Aftercare }).Released.IsEmpty.ShouldBeTrue();
        Decide(rule, Asks.Pull(Cell.Attendance) with { Purpose = default }).Released.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Opening_ReceiverThatCannotHaveThePurpose_StaysClosed() =>
        Decide(Rules.Opening("o", Cell.Attendance), Asks.Pull(Cell.Attendance) with { Receiver = Asks.School })
            .Released.IsEmpty.ShouldBeTrue();

    [Theory]
    [InlineData(Flow.Pull, false)]
    [InlineData(Flow.Push, true)]
    [InlineData(Flow.Asked, true)]
    public void Listed_WithoutAStatedNeed_CountsOnlyWhenTheHolderIncludesIt(Flow flow, bool counts)
    {
        var request = Asks.Pull() with { Flow = flow, Needs = new NeedList([], CellSet.Of(Cell.Attendance, Cell.Incident)) };

        Decide(Rules.Duty("d", Cell.Attendance, Cell.Incident), request)
            .Must.ShouldBe(counts ? Attendance : CellSet.Empty, "the purpose still bounds what the sender includes");
    }

    [Fact]
    public void Needs_SeveralRowsOfOnePurpose_AddUp()
    {
        var incidents = AttendanceToTeach with { AtMost = [(Need.Teach, CellSet.Of(Cell.Incident))] };
        var law = new PolicySet("hash", [Rules.Duty("d", Cell.Incident, Cell.Attendance)], [], [AttendanceToTeach, incidents]);

        law.Decides(Asks.Pull(Cell.Incident, Cell.Attendance)).Must.Count.ShouldBe(2);
    }

    private static Decision Decide(Rule rule, Request request) =>
        new PolicySet("hash", [rule], [], [AttendanceToTeach]).Decides(request);
}
