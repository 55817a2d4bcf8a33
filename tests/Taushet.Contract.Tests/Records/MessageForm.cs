using Google.Protobuf.Reflection;

namespace Taushet.Contract.Tests.Records;

/// <summary>The form of one message: a section of messages, or an entry of scalars with labels.</summary>
internal static class MessageForm
{
    public static IEnumerable<Fault> Faults(MessageDescriptor message)
    {
        var proto = message.ToProto();
        if (proto.ExtensionRange.Count > 0 || proto.Extension.Count > 0)
        {
            yield return new Fault(FaultKind.ExtensionRange, message);
        }

        if (message.RealOneofCount > 0)
        {
            yield return new Fault(FaultKind.OneofField, message);
        }

        var fields = message.Fields.InDeclarationOrder();
        var hasLeaves = fields.Any(field => field.FieldType != FieldType.Message);
        if (hasLeaves && fields.Any(field => field.FieldType == FieldType.Message && !SubMessageForm.IsLabels(field)))
        {
            yield return new Fault(FaultKind.MixedMessage, message);
        }

        if (hasLeaves && !fields.Any(IsLabelsInPlace))
        {
            yield return new Fault(FaultKind.NoLabels, message);
        }

        if (fields.Any(field => SubMessageForm.IsLabels(field) && !(hasLeaves && IsLabelsInPlace(field))))
        {
            yield return new Fault(FaultKind.LabelsElsewhere, message);
        }
    }

    private static bool IsLabelsInPlace(FieldDescriptor field) =>
        SubMessageForm.IsLabels(field)
        && field is { Name: "labels", FieldNumber: RecordForm.LabelsNumber, IsRepeated: false };
}
