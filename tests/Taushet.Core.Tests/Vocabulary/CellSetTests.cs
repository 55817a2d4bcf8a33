using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Vocabulary;

public sealed class CellSetTests
{
    private static readonly Arbitrary<Cell[]> Cells = Gen.Elements<Cell>(Codes<Cell>.Members).ArrayOf().ToArbitrary();

    [Fact]
    public void Operations_AnyCells_AgreeWithHashSet() =>
        Prop.ForAll(Cells, Cells, (left, right) =>
        {
            var (l, r) = (CellSet.Of(left), CellSet.Of(right));
            Same(l, left);
            Same(l | r, left.Union(right));
            Same(l & r, left.Intersect(right));
            Same(l - r, left.Except(right));
            l.Covers(r).ShouldBe(right.ToHashSet().IsSubsetOf(left));
            l.Meets(r).ShouldBe(left.ToHashSet().Overlaps(right));
            (l == r).ShouldBe(left.ToHashSet().SetEquals(right));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_Vocabulary_EveryCellAndNoneElse()
    {
        CellSet.All.ToList().ShouldBe(Codes<Cell>.Members);
        CellSet.All.Contains(default).ShouldBeFalse();
        Codes<Cell>.Members.ShouldAllBe(cell => (int)cell > 0 && (int)cell < 128);
    }

    [Fact]
    public void Enumerator_BitsInBothHalves_Ascending()
    {
        var bits = (UInt128.One << 127) | (UInt128.One << 64) | (UInt128.One << 63) | UInt128.One;

        new CellSet(bits).ToList().Select(cell => (int)cell).ShouldBe([0, 63, 64, 127]);
    }

    [Fact]
    public void ToString_Cells_CodesAscending() =>
        CellSet.Of(Cell.Incident, Cell.Identity).ToString().ShouldBe("ID_CORE EVT");

    private static void Same(CellSet set, IEnumerable<Cell> cells)
    {
        var expected = cells.ToHashSet();
        set.Count.ShouldBe(expected.Count);
        set.IsEmpty.ShouldBe(expected.Count == 0);
        set.ToList().ShouldBe(expected.Order());
        Codes<Cell>.Members.All(cell => set.Contains(cell) == expected.Contains(cell)).ShouldBeTrue();
    }
}
