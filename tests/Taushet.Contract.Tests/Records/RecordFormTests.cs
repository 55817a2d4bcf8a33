using Google.Protobuf.Reflection;
using Taushet.V1;
using FieldLabel = Google.Protobuf.Reflection.FieldDescriptorProto.Types.Label;
using FieldType = Google.Protobuf.Reflection.FieldDescriptorProto.Types.Type;

namespace Taushet.Contract.Tests.Records;

/// <summary>Shows that the walk finds what it should: each test spoils a sound record in one way.</summary>
public sealed class RecordFormTests
{
    private readonly MadeUpRecord _record = new();

    [Fact]
    public void Faults_SoundRecord_None() => RecordForm.Faults(_record.Build()).ShouldBeEmpty();

    [Theory]
    [InlineData(FieldType.Double)]
    [InlineData(FieldType.Float)]
    [InlineData(FieldType.Bytes)]
    [InlineData(FieldType.Uint64)]
    public void Faults_TypeThatIsNotSafe_UnsafeScalar(FieldType type)
    {
        _record.AddLeaf("weight", 2, type, Cell.Clinical);
        Kinds().ShouldBe([FaultKind.UnsafeScalar]);
    }

    [Fact]
    public void Faults_LeafWithoutOptional_NoPresence()
    {
        var leaf = _record.AddLeaf("has_allergy", 2, FieldType.Bool, Cell.Clinical);
        leaf.ClearProto3Optional();
        leaf.ClearOneofIndex();
        _record.Entry.OneofDecl.RemoveAt(1);
        Kinds().ShouldBe([FaultKind.NoPresence]);
    }

    [Fact]
    public void Faults_RepeatedLeaf_RepeatedScalar()
    {
        var leaf = _record.AddLeaf("names", 2, FieldType.String, Cell.Identity);
        leaf.ClearProto3Optional();
        leaf.ClearOneofIndex();
        leaf.Label = FieldLabel.Repeated;
        _record.Entry.OneofDecl.RemoveAt(1);
        Kinds().ShouldBe([FaultKind.RepeatedScalar]);
    }

    [Fact]
    public void Faults_LeafWithoutCell_NoCell()
    {
        _record.AddLeaf("nickname", 2, FieldType.String, cell: null);
        Kinds().ShouldBe([FaultKind.NoCell]);
    }

    [Theory]
    [InlineData(Cell.Unspecified)]
    [InlineData((Cell)127)]
    public void Faults_CellOutsideVocabulary_UnknownCell(Cell cell)
    {
        _record.AddLeaf("nickname", 2, FieldType.String, cell);
        Kinds().ShouldBe([FaultKind.UnknownCell]);
    }

    [Fact]
    public void Faults_TraitTwice_UnknownTrait()
    {
        _record.AddLeaf("nickname", 2, FieldType.String, Cell.Identity, Trait.FreeText, Trait.FreeText);
        Kinds().ShouldBe([FaultKind.UnknownTrait]);
    }

    [Theory]
    [InlineData("school_name", Cell.ChildSchooling, FaultKind.LocationWithoutTrait)]
    [InlineData("clinic", Cell.Clinical, FaultKind.LocationWithoutTrait)]
    [InlineData("home_phone", Cell.Identity, FaultKind.LocationWithoutTrait)]
    [InlineData("last_day", Cell.AddressStay, FaultKind.LocationWithoutTrait)]
    [InlineData("note", Cell.Clinical, FaultKind.FreeTextWithoutTrait)]
    [InlineData("sibling", Cell.ThirdPersonChildren, FaultKind.ThirdPersonWithoutTrait)]
    [InlineData("reporter", Cell.PrivateReporter, FaultKind.ThirdPersonWithoutTrait)]
    public void Faults_TraitMissing_Found(string name, Cell cell, object expected)
    {
        _record.AddLeaf(name, 2, FieldType.String, cell);
        Kinds().ShouldBe([(FaultKind)expected]);
    }

    [Fact]
    public void Faults_EntryWithoutLabels_NoLabels()
    {
        _record.Entry.Field.RemoveAt(1);
        Kinds().ShouldBe([FaultKind.NoLabels]);
    }

    [Fact]
    public void Faults_LabelsAtAnotherNumber_Found()
    {
        _record.Entry.Field[1].Number = 14;
        Kinds().ShouldBe([FaultKind.NoLabels, FaultKind.LabelsElsewhere], ignoreOrder: true);
    }

    [Fact]
    public void Faults_LabelsOnSection_LabelsElsewhere()
    {
        _record.Section.Field.Add(MadeUpRecord.Message("labels", 15, MadeUpRecord.LabelsType));
        Kinds().ShouldBe([FaultKind.LabelsElsewhere]);
    }

    [Fact]
    public void Faults_ForeignMessage_Found()
    {
        _record.Section.Field.Add(MadeUpRecord.Message("options", 2, ".google.protobuf.FieldOptions"));
        Kinds().ShouldBe([FaultKind.ForeignMessage]);
    }

    [Fact]
    public void Faults_MessageInsideEntry_MixedAndRecursive()
    {
        _record.Entry.Field.Add(MadeUpRecord.Message("more", 2, ".taushet.v1.MadeUpEntry"));
        Kinds().ShouldBe([FaultKind.MixedMessage, FaultKind.RecursiveMessage], ignoreOrder: true);
    }

    [Fact]
    public void Faults_CellOnMessage_Found()
    {
        var options = new FieldOptions();
        options.SetExtension(OptionsExtensions.Cell, Cell.Identity);
        _record.Section.Field[0].Options = options;
        Kinds().ShouldBe([FaultKind.CellOnMessage]);
    }

    [Fact]
    public void Faults_Oneof_OneofField()
    {
        _record.Entry.Field[0].ClearProto3Optional();
        Kinds().ShouldBe([FaultKind.OneofField]);
    }

    [Fact]
    public void Faults_Map_MapField()
    {
        _record.Section.NestedType.Add(new DescriptorProto
        {
            Name = "NamesEntry",
            Options = new MessageOptions { MapEntry = true },
            Field =
            {
                new FieldDescriptorProto { Name = "key", Number = 1, Type = FieldType.String, Label = FieldLabel.Optional },
                new FieldDescriptorProto { Name = "value", Number = 2, Type = FieldType.String, Label = FieldLabel.Optional },
            },
        });
        _record.Section.Field.Add(
            MadeUpRecord.Message("names", 2, ".taushet.v1.MadeUpSection.NamesEntry", FieldLabel.Repeated));
        Kinds().ShouldBe([FaultKind.MapField]);
    }

    [Fact]
    public void Faults_ExtensionRange_Found()
    {
        _record.Section.ExtensionRange.Add(new DescriptorProto.Types.ExtensionRange { Start = 100, End = 200 });
        Kinds().ShouldBe([FaultKind.ExtensionRange]);
    }

    [Fact]
    public void CellsWithoutLeaf_OneCellCarried_AllOthers() =>
        RecordForm.CellsWithoutLeaf(_record.Build()).Count.ShouldBe(Enum.GetValues<Cell>().Length - 2);

    private IEnumerable<FaultKind> Kinds() => RecordForm.Faults(_record.Build()).Select(fault => fault.Kind);
}
