using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class SecreciesTests
{
    private static readonly Facts Keeping = Children.With(Children.Secrecy(Cell.Incident));

    private static readonly Request ByParent = Asks.Pull(Cell.Incident, Cell.Attendance) with { Receiver = Asks.Parent };

    [Fact]
    public void Opening_TowardsTheParentItIsKeptFrom_IsClosedForThoseCellsAlone()
    {
        var law = Law.Of(Rules.Opening("o", Cell.Incident, Cell.Attendance));

        law.Decides(ByParent, Keeping).Released.ShouldBe(CellSet.Of(Cell.Attendance));
        law.Decides(ByParent with { Receiver = Asks.Barnevern }, Keeping).Released
            .ShouldBe(CellSet.Of(Cell.Incident, Cell.Attendance));
    }

    [Fact]
    public void Opening_SecrecyAtAnotherHolder_ClosesNothingHere()
    {
        var elsewhere = Children.With(Children.Secrecy(Cell.Incident) with { Holder = Service.Kindergarten });

        Law.Of(Rules.Opening("o", Cell.Incident)).Decides(ByParent, elsewhere).Released.ShouldBe(CellSet.Of(Cell.Incident));
    }

    [Fact]
    public void InformationRight_YieldsOnlyWhereItsRuleSaysSo()
    {
        var right = Rules.Duty("d", Cell.Incident, Cell.Attendance);

        Law.Of(right).Decides(ByParent, Keeping).Must.ShouldBe(CellSet.Of(Cell.Incident, Cell.Attendance));
        Law.Of(right with { YieldsToObjection = true }).Decides(ByParent, Keeping).Must.ShouldBe(CellSet.Of(Cell.Attendance));
    }

    [Fact]
    public void Opening_SecreciesThatCouldNotBeRead_ClosesTowardsAParentAndNotTowardsAService()
    {
        var law = Law.Of(Rules.Opening("o", Cell.Incident));
        var unread = Children.Known with { Secrecies = default };

        law.Decides(ByParent, unread).Released.IsEmpty.ShouldBeTrue();
        law.Decides(ByParent with { Receiver = Asks.Barnevern }, unread).Released.ShouldBe(CellSet.Of(Cell.Incident));
    }
}
