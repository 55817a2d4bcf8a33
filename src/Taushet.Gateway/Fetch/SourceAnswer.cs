using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Taushet.V1;

namespace Taushet.Gateway.Fetch;

/// <summary>A source's answer as it came off the wire.</summary>
/// <param name="Information">The known part of it; fields of a newer schema are not even read into memory.</param>
/// <param name="UnknownFields">How many fields of a newer schema it held, at every level.</param>
internal sealed record SourceAnswer(ChildInformation? Information, int UnknownFields)
{
    private const int WireTypeMask = 7;
    private const int WireTypeBits = 3;

    private static readonly MessageParser<GetLeavesResponse> KnownOnly = GetLeavesResponse.Parser.WithDiscardUnknownFields(true);

    /// <summary>The rpc, with an answer read in this form.</summary>
    public static Method<GetLeavesRequest, SourceAnswer> Rpc { get; } = new(
        MethodType.Unary,
        SourceService.Descriptor.FullName,
        SourceService.Descriptor.FindMethodByName("GetLeaves").Name,
        Marshallers.Create<GetLeavesRequest>(Write, _ => throw new NotSupportedException("Requests are only written.")),
        Marshallers.Create<SourceAnswer>((_, _) => throw new NotSupportedException("Answers are only read."), Read));

    /// <summary>Reads an answer.</summary>
    public static SourceAnswer Read(ReadOnlySequence<byte> payload)
    {
        var known = KnownOnly.ParseFrom(payload);

        // What is left out shows in the size; only then are the bytes walked to count it.
        var unknown = known.CalculateSize() == payload.Length ? 0 : Unknown(payload.ToArray(), GetLeavesResponse.Descriptor);
        return new SourceAnswer(known.Information, unknown);
    }

    private static SourceAnswer Read(DeserializationContext context) => Read(context.PayloadAsReadOnlySequence());

    private static void Write(GetLeavesRequest request, SerializationContext context)
    {
        context.SetPayloadLength(request.CalculateSize());
        request.WriteTo(context.GetBufferWriter());
        context.Complete();
    }

    private static int Unknown(byte[] payload, MessageDescriptor type)
    {
        var count = 0;
        var input = new CodedInputStream(payload);
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            var field = type.FindFieldByNumber((int)(tag >> WireTypeBits));
            var wireType = (WireFormat.WireType)(tag & WireTypeMask);
            if (field is null || !Fits(field, wireType))
            {
                count++;
                input.SkipLastField();
            }
            else if (field.FieldType == FieldType.Message)
            {
                count += Unknown(input.ReadBytes().ToByteArray(), field.MessageType);
            }
            else
            {
                input.SkipLastField();
            }
        }

        return count;
    }

    private static bool Fits(FieldDescriptor field, WireFormat.WireType wireType) => field.FieldType switch
    {
        FieldType.String or FieldType.Bytes or FieldType.Message => wireType == WireFormat.WireType.LengthDelimited,
        FieldType.Fixed64 or FieldType.SFixed64 or FieldType.Double => wireType == WireFormat.WireType.Fixed64,
        FieldType.Fixed32 or FieldType.SFixed32 or FieldType.Float => wireType == WireFormat.WireType.Fixed32,
        _ => wireType == WireFormat.WireType.Varint || (field.IsRepeated && wireType == WireFormat.WireType.LengthDelimited),
    };
}
