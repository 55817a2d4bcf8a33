using Google.Protobuf;
using Google.Protobuf.Reflection;
using Taushet.V1;
using Label = Google.Protobuf.Reflection.FieldDescriptorProto.Types.Label;
using Type = Google.Protobuf.Reflection.FieldDescriptorProto.Types.Type;

namespace Taushet.Contract.Tests.Records;

/// <summary>
/// A record that is made up at run time: a sound section with one sound entry, which a test spoils in one way.
/// </summary>
internal sealed class MadeUpRecord
{
    private const string EntryName = "MadeUpEntry";

    public DescriptorProto Entry { get; } = new() { Name = EntryName };

    public DescriptorProto Section { get; } = new() { Name = "MadeUpSection" };

    public MadeUpRecord()
    {
        Section.Field.Add(Message("entries", 1, $".{Contract.Package}.{EntryName}", Label.Repeated));
        AddLeaf("given_name", 1, Type.String, Cell.Identity);
        Entry.Field.Add(Message("labels", RecordForm.LabelsNumber, LabelsType));
    }

    public static string LabelsType => $".{EntryLabels.Descriptor.FullName}";

    public static FieldDescriptorProto Message(string name, int number, string type, Label label = Label.Optional) =>
        new() { Name = name, Number = number, Type = Type.Message, TypeName = type, Label = label };

    /// <summary>Adds a leaf with presence, as <c>optional</c> makes it: a oneof of its own that nobody sees.</summary>
    public FieldDescriptorProto AddLeaf(string name, int number, Type type, Cell? cell, params Trait[] traits)
    {
        var leaf = new FieldDescriptorProto
        {
            Name = name,
            Number = number,
            Type = type,
            Label = Label.Optional,
            Proto3Optional = true,
            OneofIndex = Entry.OneofDecl.Count,
            Options = new FieldOptions(),
        };
        Entry.OneofDecl.Add(new OneofDescriptorProto { Name = $"_{name}" });
        if (cell is { } given)
        {
            leaf.Options.SetExtension(OptionsExtensions.Cell, given);
        }

        leaf.Options.GetOrInitializeExtension(OptionsExtensions.Trait).AddRange(traits);
        Entry.Field.Add(leaf);
        return leaf;
    }

    public MessageDescriptor Build()
    {
        var file = new FileDescriptorProto
        {
            Name = "taushet/v1/made_up.proto",
            Package = Contract.Package,
            Syntax = "proto3",
            MessageType = { Section, Entry },
        };
        FileDescriptor[] known = [.. Dependencies(OptionsReflection.Descriptor, EntryLabelsReflection.Descriptor)];
        file.Dependency.AddRange(known.Select(dependency => dependency.Name));
        var registry = new ExtensionRegistry
        {
            OptionsExtensions.Cell,
            OptionsExtensions.Trait,
            OptionsExtensions.Access,
            CodeExtensions.Code,
        };
        var files = known.Select(dependency => dependency.SerializedData).Append(file.ToByteString());
        return FileDescriptor.BuildFromByteStrings(files, registry)[^1].FindTypeByName<MessageDescriptor>(Section.Name);
    }

    /// <summary>The files and all they import, each after what it imports.</summary>
    private static IEnumerable<FileDescriptor> Dependencies(params IEnumerable<FileDescriptor> files) =>
        files.SelectMany(file => Dependencies(file.Dependencies).Append(file)).DistinctBy(file => file.Name);
}
