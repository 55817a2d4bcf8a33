using Google.Protobuf.Reflection;
using Taushet.V1;

namespace Taushet.Contract.Tests.Records;

/// <summary>Walks a record from its root and tells every breach of the form that <c>record.proto</c> promises.</summary>
internal static class RecordForm
{
    public const int LabelsNumber = 15;

    public static IReadOnlyList<Fault> Faults(MessageDescriptor root)
    {
        var faults = new List<Fault>();
        Walk(root, [], [], faults);
        return faults;
    }

    public static IReadOnlyList<FieldDescriptor> Leaves(MessageDescriptor root)
    {
        var messages = new HashSet<MessageDescriptor>();
        Walk(root, [], messages, []);
        return [.. messages.SelectMany(message => message.Fields.InDeclarationOrder()).Where(IsScalar)];
    }

    public static IReadOnlySet<Cell> CellsWithoutLeaf(MessageDescriptor root)
    {
        var carried = Leaves(root).Select(LeafOptions.CellOf).ToHashSet();
        return Enum.GetValues<Cell>().Where(cell => cell != Cell.Unspecified && !carried.Contains(cell)).ToHashSet();
    }

    private static void Walk(
        MessageDescriptor message, List<MessageDescriptor> path, HashSet<MessageDescriptor> seen, List<Fault> faults)
    {
        if (path.Contains(message))
        {
            faults.Add(new Fault(FaultKind.RecursiveMessage, message));
            return;
        }

        if (!seen.Add(message))
        {
            return;
        }

        faults.AddRange(MessageForm.Faults(message));
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            faults.AddRange(IsScalar(field) ? LeafForm.Faults(field) : SubMessageForm.Faults(field));
            if (SubMessageForm.IsPartOfRecord(field))
            {
                Walk(field.MessageType, [.. path, message], seen, faults);
            }
        }
    }

    private static bool IsScalar(FieldDescriptor field) =>
        field.FieldType is not (FieldType.Message or FieldType.Group);
}
