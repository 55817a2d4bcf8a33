using Google.Protobuf;
using Taushet.V1;

namespace Taushet.Client.Tests;

/// <summary>Answers with real receipts.</summary>
internal static class Answers
{
    public static ChildInformation Information => new()
    {
        Person = new PersonSection { Identity = new Identity { GivenName = "Aksel", FamilyName = "Tenktstrand" } },
        School = new SchoolSection { Enrolment = new SchoolEnrolment { SchoolName = "Tenkt skole", ClassName = "7A" } },
    };

    public static RequestInformationResponse Of(KnownLog log, ChildInformation? information) => new()
    {
        RequestId = ByteString.CopyFrom(new byte[16]),
        CaseReference = "sak-2026-100",
        Information = information,
        Groups = { new CellGroup { RuleId = "oppl-25-1-new-school" } },
        Receipt = log.Receipt(information?.ToByteArray()),
    };

    /// <summary>An answer's bytes with these bytes for information, and nothing but the receipt besides.</summary>
    public static byte[] Wire(KnownLog log, byte[] information) =>
    [
        .. Field(RequestInformationResponse.InformationFieldNumber, information),
        .. Field(RequestInformationResponse.ReceiptFieldNumber, log.Receipt(information).ToByteArray()),
    ];

    public static byte[] Field(int number, byte[] value)
    {
        using var bytes = new MemoryStream();
        using var wire = new CodedOutputStream(bytes);
        wire.WriteTag(number, WireFormat.WireType.LengthDelimited);
        wire.WriteBytes(ByteString.CopyFrom(value));
        wire.Flush();
        return bytes.ToArray();
    }
}
