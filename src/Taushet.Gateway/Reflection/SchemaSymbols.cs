using Google.Protobuf.Reflection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Taushet.Gateway.Reflection;

/// <summary>The full names a file declares.</summary>
internal static class SchemaSymbols
{
    /// <summary>Every symbol of a file.</summary>
    public static IEnumerable<string> Of(FileDescriptor file) =>
        file.Services.SelectMany(OfService)
            .Concat(MessagesOf(file).SelectMany(OfMessage))
            .Concat(file.EnumTypes.SelectMany(OfEnum))
            .Concat(ExtensionsOf(file).Select(extension => extension.FullName));

    /// <summary>Every message of a file, at its top or within a message.</summary>
    public static IEnumerable<MessageDescriptor> MessagesOf(FileDescriptor file) => file.MessageTypes.SelectMany(WithNested);

    /// <summary>Every extension a file declares, at its top or within a message.</summary>
    public static IEnumerable<FieldDescriptor> ExtensionsOf(FileDescriptor file) =>
        file.Extensions.UnorderedExtensions
            .Concat(MessagesOf(file).SelectMany(message => message.Extensions.UnorderedExtensions));

    private static IEnumerable<MessageDescriptor> WithNested(MessageDescriptor message) =>
        message.NestedTypes.SelectMany(WithNested).Prepend(message);

    private static IEnumerable<string> OfService(ServiceDescriptor service) =>
        service.Methods.Select(method => method.FullName).Prepend(service.FullName);

    private static IEnumerable<string> OfMessage(MessageDescriptor message) =>
        message.Fields.InDeclarationOrder().Select(field => field.FullName)
            .Concat(message.Oneofs.Select(oneof => oneof.FullName))
            .Concat(message.EnumTypes.SelectMany(OfEnum))
            .Prepend(message.FullName);

    // An enum's values are named beside it, not within it, as in C.
    private static IEnumerable<string> OfEnum(EnumDescriptor values)
    {
        var beside = values.FullName[..(values.FullName.Length - values.Name.Length)];
        return values.Values.Select(value => beside + value.Name).Prepend(values.FullName);
    }
}
