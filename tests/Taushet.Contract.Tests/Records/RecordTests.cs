using Taushet.V1;

namespace Taushet.Contract.Tests.Records;

/// <summary>The record keeps its own promises.</summary>
public sealed class RecordTests
{
    [Fact]
    public void Record_EveryMessageAndLeaf_HasNoFault() => RecordForm.Faults(Contract.Record).ShouldBeEmpty();

    [Fact]
    public void Record_EveryCell_StandsOnALeaf() => RecordForm.CellsWithoutLeaf(Contract.Record).ShouldBeEmpty();

    [Fact]
    public void Record_Leaves_AreMany() => RecordForm.Leaves(Contract.Record).Count.ShouldBeGreaterThan(150);

    [Fact]
    public void Record_EveryLeafOfOtherPersonsSection_CarriesThirdPerson() =>
        RecordForm.Leaves(OtherPersonsSection.Descriptor)
            .Where(leaf => !LeafOptions.TraitsOf(leaf).Contains(Trait.ThirdPerson))
            .Select(leaf => leaf.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void Record_NameAndNumber_StandInDifferentCells()
    {
        LeafOptions.CellOf(Identity.Descriptor.FindFieldByName("given_name")).ShouldBe(Cell.Identity);
        LeafOptions.CellOf(Identity.Descriptor.FindFieldByName("national_number")).ShouldBe(Cell.IdentityNationalNumber);
    }
}
