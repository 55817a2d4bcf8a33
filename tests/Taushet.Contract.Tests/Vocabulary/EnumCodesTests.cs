using Google.Protobuf;
using Google.Protobuf.Reflection;
using Taushet.V1;

namespace Taushet.Contract.Tests.Vocabulary;

public sealed class EnumCodesTests
{
    public static TheoryData<string> Enums =>
        [.. Contract.Files.SelectMany(file => file.EnumTypes).Select(vocabulary => vocabulary.Name)];

    [Theory]
    [MemberData(nameof(Enums))]
    public void Vocabulary_EveryMember_HasItsOwnCode(string name) =>
        EnumCodes.Faults(Contract.Files.SelectMany(file => file.EnumTypes).Single(type => type.Name == name)).ShouldBeEmpty();

    [Fact]
    public void Vocabulary_Cells_FitASetOf128Bits()
    {
        var cells = Enum.GetValues<Cell>().Where(cell => cell != Cell.Unspecified).ToList();
        cells.Count.ShouldBeLessThanOrEqualTo(128);
        cells.Max(cell => (int)cell).ShouldBeLessThan(128);
    }

    [Fact]
    public void Vocabulary_EveryCellWithATopic_HasItsCategory()
    {
        var codes = VocabularyReflection.Descriptor.FindTypeByName<EnumDescriptor>("Cell").Values
            .Select(EnumCodes.CodeOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        codes.Where(code => code.Contains('/')).Where(code => !codes.Contains(code.Split('/')[0])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a", "a", 2)]
    [InlineData("a", "", 1)]
    [InlineData("a", null, 1)]
    [InlineData("a", "b", 0)]
    public void Faults_MadeUpEnum_CountsThem(string first, string? second, int expected) =>
        EnumCodes.Faults(MadeUp(null, first, second)).Count.ShouldBe(expected);

    [Fact]
    public void Faults_ZeroMemberWithCode_Found() => EnumCodes.Faults(MadeUp("zero", "a", "b")).Count.ShouldBe(1);

    private static EnumDescriptor MadeUp(params string?[] codes)
    {
        var vocabulary = new EnumDescriptorProto { Name = "MadeUp" };
        foreach (var (number, code) in codes.Index())
        {
            var value = new EnumValueDescriptorProto { Name = $"MADE_UP_{number}", Number = number };
            if (code is not null)
            {
                value.Options = new EnumValueOptions();
                value.Options.SetExtension(CodeExtensions.Code, code);
            }

            vocabulary.Value.Add(value);
        }

        var file = new FileDescriptorProto { Name = "made_up.proto", Syntax = "proto3", EnumType = { vocabulary } };
        var registry = new ExtensionRegistry { CodeExtensions.Code };
        return FileDescriptor.BuildFromByteStrings([file.ToByteString()], registry)[0].EnumTypes[0];
    }
}
