using System.Text.Json;
using Google.Protobuf;
using Taushet.V1;

namespace Taushet.Client;

/// <summary>A kept message, read as one that the contract has.</summary>
/// <param name="As">What it was read as.</param>
/// <param name="Receipted">The part with the receipt.</param>
/// <param name="Receipt">The receipt, or null.</param>
/// <param name="Committed">The bytes that the receipt has to commit to.</param>
/// <param name="IsWhole">Whether everything in it was read.</param>
/// <param name="IsCommittedWhole">Whether everything in the committed field was.</param>
internal sealed record KeptMessage(
    ReceiptedMessage As, IMessage Receipted, Receipt? Receipt, byte[] Committed, bool IsWhole, bool IsCommittedWhole)
{
    private static readonly JsonParser Lenient = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>Reads bytes as they stood on the wire.</summary>
    /// <returns>Null when they are no such message, or have a part twice, which a parser would merge.</returns>
    public static KeptMessage? OfWire(ReceiptedMessage message, byte[] bytes)
    {
        try
        {
            var part = message.Envelope is { } envelope ? WireField.Cut(bytes, envelope.FieldNumber) : bytes;
            var committed = part is null ? null : message.Committed is { } field ? WireField.Cut(part, field.FieldNumber) : [];
            if (committed is null || WireField.Cut(part!, message.Receipt.FieldNumber) is null)
            {
                return null;
            }

            var whole = message.Told.Parser.ParseFrom(bytes);
            var receipted = message.Receipted.Parser.ParseFrom(part);
            return new KeptMessage(message, receipted, ReceiptIn(message, receipted), committed, !WireField.AnyUnknown(whole), IsCommittedWhole: true);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    /// <summary>Reads JSON.</summary>
    /// <returns>Null when it is no such message.</returns>
    public static KeptMessage? OfJson(ReceiptedMessage message, JsonElement json)
    {
        try
        {
            var part = message.Envelope is { } envelope ? JsonNames.Find(json, envelope) : json;
            if (part is not { } found)
            {
                return null;
            }

            var receipted = Lenient.Parse(found.GetRawText(), message.Receipted);
            var released = message.Committed is { } field ? (IMessage?)field.Accessor.GetValue(receipted) : null;
            return new KeptMessage(
                message,
                receipted,
                ReceiptIn(message, receipted),
                released?.ToByteArray() ?? [],
                IsReadWhole(json, message.Told),
                message.Committed is null || JsonNames.Find(found, message.Committed) is not { } shown || IsReadWhole(shown, message.Committed.MessageType));
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private static Receipt? ReceiptIn(ReceiptedMessage message, IMessage receipted) => (Receipt?)message.Receipt.Accessor.GetValue(receipted);

    private static bool IsReadWhole(JsonElement json, Google.Protobuf.Reflection.MessageDescriptor message)
    {
        try
        {
            JsonParser.Default.Parse(json.GetRawText(), message);
            return true;
        }
        catch (InvalidProtocolBufferException)
        {
            return json.ValueKind == JsonValueKind.Null;
        }
    }
}
