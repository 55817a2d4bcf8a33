using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Taushet.V1;
using Mark = Taushet.V1.Label;

namespace Taushet.Gateway.Tests.Support;

/// <summary>A record with something in every leaf.</summary>
internal static class FilledRecord
{
    public const string Surname = "Granskogen";

    /// <summary>One entry of every kind, each leaf set, each entry with these labels.</summary>
    public static ChildInformation Everything(params Mark[] labels) =>
        (ChildInformation)Fill(ChildInformation.Descriptor, labels);

    private static IMessage Fill(MessageDescriptor type, Mark[] labels)
    {
        var message = (IMessage)Activator.CreateInstance(type.ClrType)!;
        foreach (var field in type.Fields.InFieldNumberOrder())
        {
            if (field.IsRepeated)
            {
                ((IList)field.Accessor.GetValue(message)).Add(Fill(field.MessageType, labels));
            }
            else
            {
                field.Accessor.SetValue(message, Value(field, labels));
            }
        }

        return message;
    }

    private static object Value(FieldDescriptor field, Mark[] labels) => field.FieldType switch
    {
        FieldType.String when field.Name.Contains("number") => People.Number(7),
        FieldType.String => $"{Surname} {field.FullName}",
        FieldType.Bool => true,
        FieldType.Int64 or FieldType.SInt64 => 1L,
        FieldType.Int32 or FieldType.SInt32 => 1,
        FieldType.UInt32 => 1u,
        FieldType.Message when field.MessageType == EntryLabels.Descriptor => new EntryLabels { Labels = { labels } },
        FieldType.Message => Fill(field.MessageType, labels),
        _ => throw new InvalidOperationException(field.FullName),
    };
}
