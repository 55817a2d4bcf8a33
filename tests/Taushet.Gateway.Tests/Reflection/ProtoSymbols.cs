using Google.Protobuf.Reflection;

namespace Taushet.Gateway.Tests.Reflection;

/// <summary>The full names a file declares, read from the file as it stands on the wire.</summary>
internal static class ProtoSymbols
{
    public static IEnumerable<string> Of(FileDescriptorProto file) =>
        file.Service.SelectMany(service => service.Method.Select(method => $"{service.Name}.{method.Name}").Prepend(service.Name))
            .Concat(file.MessageType.SelectMany(Of))
            .Concat(file.EnumType.SelectMany(Of))
            .Concat(file.Extension.Select(extension => extension.Name))
            .Select(name => $"{file.Package}.{name}");

    private static IEnumerable<string> Of(DescriptorProto message) =>
        message.Field.Select(field => field.Name)
            .Concat(message.OneofDecl.Select(oneof => oneof.Name))
            .Concat(message.NestedType.SelectMany(Of))
            .Concat(message.EnumType.SelectMany(Of))
            .Concat(message.Extension.Select(extension => extension.Name))
            .Select(name => $"{message.Name}.{name}")
            .Prepend(message.Name);

    private static IEnumerable<string> Of(EnumDescriptorProto values) => values.Value.Select(value => value.Name).Prepend(values.Name);
}
