using System.Collections.Immutable;
using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Taushet.Core.Vocabulary;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Label;

/// <summary>The record as the filter knows it: compiled once from the descriptors, never guessed.</summary>
internal sealed class RecordMask
{
    private static readonly MethodInfo Maker =
        typeof(RecordMask).GetMethod(nameof(New), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly List<Leaf> leaves = [];

    /// <summary>Compiles the record.</summary>
    /// <exception cref="InvalidOperationException">A field the filter cannot judge: no start with such a record.</exception>
    public RecordMask(MessageDescriptor record)
    {
        Root = CompileSection(record, string.Empty);
        Leaves = [.. leaves];
    }

    /// <summary>The mask of <see cref="Wire.ChildInformation"/>.</summary>
    public static RecordMask OfChildInformation { get; } = new(Wire.ChildInformation.Descriptor);

    /// <summary>The record itself.</summary>
    public Section Root { get; }

    /// <summary>Every leaf, in the record's order.</summary>
    public ImmutableArray<Leaf> Leaves { get; }

    private static IMessage New<T>()
        where T : IMessage, new() => new T();

    private static Func<IMessage> MakerOf(MessageDescriptor type) =>
        Maker.MakeGenericMethod(type.ClrType).CreateDelegate<Func<IMessage>>();

    private static bool IsEntry(MessageDescriptor type) =>
        type.Fields.InFieldNumberOrder().Any(field => field.FieldType == FieldType.Message
            && field.MessageType == Wire.EntryLabels.Descriptor);

    private Section CompileSection(MessageDescriptor type, string path)
    {
        var children = type.Fields.InFieldNumberOrder().Select(field => CompileChild(field, path)).ToImmutableArray();
        var cells = children.Aggregate(CellSet.Empty, (all, child) => all | (child.Entry?.Cells ?? child.Section!.Cells));
        return new Section(MakerOf(type), children, cells);
    }

    private Child CompileChild(FieldDescriptor field, string path)
    {
        if (field.FieldType != FieldType.Message || field.IsMap)
        {
            throw new InvalidOperationException($"{field.FullName}: a section may hold messages only.");
        }

        var below = $"{path}{field.Name}.";
        return IsEntry(field.MessageType)
            ? new Child(field, null, CompileEntry(field.MessageType, below))
            : new Child(field, CompileSection(field.MessageType, below), null);
    }

    private Entry CompileEntry(MessageDescriptor type, string path)
    {
        var fields = type.Fields.InFieldNumberOrder();
        var labels = fields.Single(field => field.FieldType == FieldType.Message);
        var own = fields.Where(field => field != labels).Select(field => CompileLeaf(field, path)).ToImmutableArray();
        leaves.AddRange(own);
        return new Entry(MakerOf(type), own, labels, own.Aggregate(CellSet.Empty, (all, leaf) => all | CellSet.Of(leaf.Cell)));
    }

    private static Leaf CompileLeaf(FieldDescriptor field, string path)
    {
        var cell = (Cell)(int)(field.GetOptions()?.GetExtension(Wire.OptionsExtensions.Cell) ?? Wire.Cell.Unspecified);
        if (!Enum.IsDefined(cell) || !field.HasPresence || field.IsRepeated)
        {
            throw new InvalidOperationException($"{field.FullName}: a leaf must be an optional scalar with a cell.");
        }

        var traits = default(MemberSet<Trait>);
        foreach (var trait in field.GetOptions().GetExtension(Wire.OptionsExtensions.Trait) ?? [])
        {
            traits |= MemberSet<Trait>.Of((Trait)(int)trait);
        }

        return new Leaf(field, cell, traits, path + field.Name);
    }
}
