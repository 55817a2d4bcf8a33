using System.Collections.Immutable;
using Google.Protobuf.Reflection;
using Taushet.V1;

namespace Taushet.Client;

/// <summary>A message of the contract that comes with a receipt, and the field that the receipt commits to.</summary>
/// <remarks>Read from the descriptors: the option <c>committed</c> says it, for every client in every language.</remarks>
public sealed class ReceiptedMessage
{
    private const string ReceiptName = "receipt";

    private static readonly ImmutableArray<FileDescriptor> Files =
    [
        AccessLogReflection.Descriptor, ConsentReflection.Descriptor, ConsultationReflection.Descriptor, DeliveryReflection.Descriptor,
        DisclosureReflection.Descriptor, HandTaskReflection.Descriptor, HolderInboxReflection.Descriptor, LogControlReflection.Descriptor,
        LogReportReflection.Descriptor, OrderReflection.Descriptor, ParticipantsReflection.Descriptor, PolicyReflection.Descriptor,
        RetentionReflection.Descriptor, SharingReflection.Descriptor, StandingDecisionReflection.Descriptor,
    ];

    private ReceiptedMessage(MessageDescriptor told, FieldDescriptor? envelope, MessageDescriptor receipted)
    {
        Told = told;
        Envelope = envelope;
        Receipted = receipted;
        Receipt = ReceiptOf(receipted)!;
        Committed = receipted.Fields.InDeclarationOrder().SingleOrDefault(IsCommitted);
    }

    /// <summary>Every such message, by name; those that hold one, as a message of a stream does, are there under their own name.</summary>
    public static ImmutableArray<ReceiptedMessage> All { get; } =
        [.. Files.SelectMany(file => file.MessageTypes).Select(Of).OfType<ReceiptedMessage>().OrderBy(one => one.Name, StringComparer.Ordinal)];

    /// <summary>The full name of the message: <c>taushet.v1.PreviewResponse</c>.</summary>
    public string Name => Told.FullName;

    /// <summary>The name of the message that has the receipt: as <see cref="Name"/>, or of what that one holds.</summary>
    public string ReceiptedName => Receipted.FullName;

    /// <summary>The field that the receipt commits to, by its name in the contract; null when it commits to nothing of the message.</summary>
    public string? CommittedField => Committed?.Name;

    internal MessageDescriptor Told { get; }

    internal FieldDescriptor? Envelope { get; }

    internal MessageDescriptor Receipted { get; }

    internal FieldDescriptor Receipt { get; }

    internal FieldDescriptor? Committed { get; }

    /// <summary>Finds a message by its full name, or by the last part of it.</summary>
    /// <returns>Null when no message of that name comes with a receipt.</returns>
    public static ReceiptedMessage? Find(string name) => All.FirstOrDefault(one =>
        string.Equals(one.Name, name, StringComparison.Ordinal) || string.Equals(one.Told.Name, name, StringComparison.Ordinal));

    private static ReceiptedMessage? Of(MessageDescriptor message)
    {
        if (ReceiptOf(message) is not null)
        {
            return new ReceiptedMessage(message, envelope: null, message);
        }

        var held = message.Fields.InDeclarationOrder()
            .Where(field => IsSingle(field) && ReceiptOf(field.MessageType) is not null)
            .ToList();
        return held is [var only] ? new ReceiptedMessage(message, only, only.MessageType) : null;
    }

    private static FieldDescriptor? ReceiptOf(MessageDescriptor message) =>
        message.FindFieldByName(ReceiptName) is { } field && IsSingle(field) && field.MessageType.FullName == V1.Receipt.Descriptor.FullName
            ? field
            : null;

    private static bool IsSingle(FieldDescriptor field) => field.FieldType == FieldType.Message && !field.IsRepeated;

    private static bool IsCommitted(FieldDescriptor field) =>
        field.GetOptions() is { } options && options.HasExtension(OptionsExtensions.Committed) && options.GetExtension(OptionsExtensions.Committed);
}
