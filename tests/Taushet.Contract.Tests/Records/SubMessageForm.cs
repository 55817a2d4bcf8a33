using Google.Protobuf.Reflection;
using Taushet.V1;

namespace Taushet.Contract.Tests.Records;

/// <summary>The form of one field that holds messages.</summary>
internal static class SubMessageForm
{
    public static IEnumerable<Fault> Faults(FieldDescriptor field)
    {
        if (field.IsMap)
        {
            yield return new Fault(FaultKind.MapField, field);
        }
        else if (field.FieldType == FieldType.Group || field.MessageType.File.Package != Contract.Package)
        {
            yield return new Fault(FaultKind.ForeignMessage, field);
        }

        // A cell on a message would read as leave to copy it whole.
        if (LeafOptions.HasCell(field))
        {
            yield return new Fault(FaultKind.CellOnMessage, field);
        }
    }

    public static bool IsLabels(FieldDescriptor field) =>
        field.FieldType == FieldType.Message && field.MessageType.FullName == EntryLabels.Descriptor.FullName;

    /// <summary>Whether the walk goes on into the field: labels are metadata, foreign messages are already a fault.</summary>
    public static bool IsPartOfRecord(FieldDescriptor field) =>
        field.FieldType == FieldType.Message && !field.IsMap && !IsLabels(field)
        && field.MessageType.File.Package == Contract.Package;
}
