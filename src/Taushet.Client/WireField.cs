using Google.Protobuf;

namespace Taushet.Client;

/// <summary>Fields of messages as they stand on the wire.</summary>
internal static class WireField
{
    /// <summary>Cuts a field of bytes or a message out of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="field">The field's number.</param>
    /// <returns>The field as it stands there, no bytes when it is absent; null when it stands there twice, for then a parser
    /// merges the two, or as a number.</returns>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no message.</exception>
    public static byte[]? Cut(byte[] message, int field)
    {
        using var wire = new CodedInputStream(message);
        byte[]? found = null;
        while (wire.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) != field)
            {
                wire.SkipLastField();
            }
            else if (found is null && WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
            {
                found = wire.ReadBytes().ToByteArray();
            }
            else
            {
                return null;
            }
        }

        return found ?? [];
    }

    /// <summary>Whether somewhere in the information there are fields that this client's schema lacks.</summary>
    /// <param name="information">The information as it was parsed. It writes unknown fields after the known ones, wherever they
    /// stood.</param>
    public static bool AnyUnknown(IMessage information) => information.Descriptor.Parser
        .WithDiscardUnknownFields(true).ParseFrom(information.ToByteString()).CalculateSize() != information.CalculateSize();
}
