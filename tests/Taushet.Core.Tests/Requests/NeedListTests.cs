using System.Reflection;
using System.Runtime.CompilerServices;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Requests;

public sealed class NeedListTests
{
    [Fact]
    public void Places_OfTheArray_HoldEveryNeed()
    {
        var places = typeof(NeedList).GetNestedTypes(BindingFlags.NonPublic)
            .Select(type => type.GetCustomAttribute<InlineArrayAttribute>())
            .Single(attribute => attribute is not null)!
            .Length;

        Codes<Need>.Members.Max(need => (int)need).ShouldBeLessThan(places);
    }

    [Fact]
    public void For_EveryNeed_ItsOwnCells()
    {
        var cells = Codes<Cell>.Members;
        var list = new NeedList(Codes<Need>.Members.Select(need => (need, CellSet.Of(cells[(int)need]))));

        foreach (var need in Codes<Need>.Members)
        {
            list.For(need).ShouldBe(CellSet.Of(cells[(int)need]));
        }
    }

    [Fact]
    public void All_StatedTwiceAndUnspecified_TheUnion()
    {
        var list = new NeedList(
            [(Need.Teach, CellSet.Of(Cell.Incident)), (Need.Teach, CellSet.Of(Cell.Attendance))],
            CellSet.Of(Cell.Finances));

        list.For(Need.Teach).ShouldBe(CellSet.Of(Cell.Incident, Cell.Attendance));
        list.For(Need.Treat).IsEmpty.ShouldBeTrue();
        list.Unspecified.ShouldBe(CellSet.Of(Cell.Finances));
        list.All.ShouldBe(CellSet.Of(Cell.Incident, Cell.Attendance, Cell.Finances));
    }
}
