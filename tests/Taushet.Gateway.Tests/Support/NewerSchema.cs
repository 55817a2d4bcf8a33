using Google.Protobuf;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Support;

/// <summary>An answer written by a newer schema: fields this version does not know, at every level.</summary>
internal static class NewerSchema
{
    public const int UnknownFields = 5;
    private const int NewField = 900;

    public static GetLeavesResponse Answer()
    {
        var leaf = new Absence();
        foreach (var field in Absence.Descriptor.Fields.InFieldNumberOrder())
        {
            if (field.FieldType == Google.Protobuf.Reflection.FieldType.String)
            {
                field.Accessor.SetValue(leaf, "2026-08-20");
            }
        }

        var labels = With(new EntryLabels(), "newer label");
        leaf.Labels = EntryLabels.Parser.ParseFrom(labels);
        var entry = With(leaf, "newer leaf");
        var school = new SchoolSection { Absences = { Absence.Parser.ParseFrom(entry) } };
        var information = new ChildInformation { School = SchoolSection.Parser.ParseFrom(With(school, "newer entry")) };
        var response = new GetLeavesResponse
        {
            Information = ChildInformation.Parser.ParseFrom(With(information, "newer section")),
        };
        return GetLeavesResponse.Parser.ParseFrom(With(response, "newer answer"));
    }

    private static byte[] With(IMessage message, string text)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            message.WriteTo(output);
            output.WriteTag(NewField, WireFormat.WireType.LengthDelimited);
            output.WriteString(text);
        }

        return bytes.ToArray();
    }
}
