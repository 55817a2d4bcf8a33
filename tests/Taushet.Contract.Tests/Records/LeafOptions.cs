using Google.Protobuf.Reflection;
using Taushet.V1;

namespace Taushet.Contract.Tests.Records;

/// <summary>Reads the options of a field.</summary>
internal static class LeafOptions
{
    public static bool HasCell(FieldDescriptor field) =>
        field.GetOptions() is { } options && options.HasExtension(OptionsExtensions.Cell);

    public static Cell CellOf(FieldDescriptor field) =>
        HasCell(field) ? field.GetOptions().GetExtension(OptionsExtensions.Cell) : Cell.Unspecified;

    public static IReadOnlyList<Trait> TraitsOf(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(OptionsExtensions.Trait) is { } traits ? [.. traits] : [];
}
